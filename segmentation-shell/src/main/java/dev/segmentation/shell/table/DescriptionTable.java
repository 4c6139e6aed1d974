package dev.segmentation.shell.table;

import dev.segmentation.core.analysis.AttributeDescription;
import dev.segmentation.core.analysis.BookDescription;
import dev.segmentation.core.analysis.MeasureDescription;
import java.util.List;
import java.util.stream.Collectors;

/** What a book holds as tables: how the values of each measure lie, and the most frequent texts of each attribute. */
public final class DescriptionTable {

    /** A bin with nothing in it, then ever more up to that with the most. */
    private static final String BARS = ".▁▂▃▄▅▆▇█";

    private final BookDescription description;

    /**
     * Takes what is to be shown.
     *
     * @param description what a book holds
     */
    public DescriptionTable(BookDescription description) {
        this.description = description;
    }

    /** Gives the lines. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(ShownNumber.of(description.clients()))
                .append(description.clients() == 1 ? " client" : " clients")
                .append(System.lineSeparator());
        if (!description.measures().isEmpty()) {
            TextTable table = new TextTable(
                    List.of("measure", "known", "missing", "min", "25%", "median", "75%", "max", "histogram"),
                    List.of(true, false, false, false, false, false, false, false, true));
            description.measures().forEach(measure -> table.add(row(measure)));
            text.append(System.lineSeparator()).append(table);
        }
        if (!description.attributes().isEmpty()) {
            TextTable table = new TextTable(
                    List.of("text", "known", "missing", "different", "most frequent"),
                    List.of(true, false, false, false, true));
            description.attributes().forEach(attribute -> table.add(row(attribute)));
            text.append(System.lineSeparator()).append(table);
        }
        return text.toString();
    }

    private static List<String> row(MeasureDescription measure) {
        return List.of(
                measure.measure().name(),
                ShownNumber.of(measure.count()),
                ShownNumber.of(measure.missing()),
                ShownNumber.of(measure.min()),
                ShownNumber.of(measure.lowerQuartile()),
                ShownNumber.of(measure.median()),
                ShownNumber.of(measure.upperQuartile()),
                ShownNumber.of(measure.max()),
                bars(measure.histogram().counts()));
    }

    private static String bars(List<Long> counts) {
        long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
        return counts.stream()
                .map(count -> {
                    long height = count == 0 ? 0 : Math.max(1, Math.round(8.0 * count / most));
                    return BARS.substring((int) height, (int) height + 1);
                })
                .collect(Collectors.joining());
    }

    private static List<String> row(AttributeDescription attribute) {
        return List.of(
                attribute.name(),
                ShownNumber.of(attribute.count()),
                ShownNumber.of(attribute.missing()),
                ShownNumber.of(attribute.distinct()),
                attribute.mostFrequent().stream()
                        .map(text -> TextWidth.cut(text.text(), 20) + " " + ShownNumber.of(text.clients()))
                        .collect(Collectors.joining(", ")));
    }
}
