package dev.segmentation.shell.csv;

import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which columns of a file are measures and which are texts, found by a look at every cell.
 *
 * <p>A column that is called like a standard measure is that measure, as is one that is told to be; any other is a measure if
 * it has a number and nothing but numbers and empty cells, else a text.
 */
public final class GuessedColumns {

    private GuessedColumns() {}

    /**
     * Looks at a file.
     *
     * @param file the file
     * @param id the column of the ids
     * @param told the column by the name of the measure that it is, for those that are told
     * @param texts columns that are texts though they may hold numbers
     * @return what each column is; every one but that of the ids is among the measures or the texts
     * @throws ClientFileException if the file cannot be read to its end
     */
    public static ClientColumns of(ClientFile file, String id, Map<String, String> told, Set<String> texts) {
        boolean[] isNumber = numbers(file);
        Map<String, String> nameOf = new LinkedHashMap<>();
        told.forEach((name, column) -> nameOf.put(column, name));
        Set<String> taken = new HashSet<>(told.keySet());
        Map<Requirement, String> measures = new LinkedHashMap<>();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String column : file.columns()) {
            if (column.equals(id)) {
                continue;
            }
            String name = nameOf.getOrDefault(column, column.strip());
            boolean isFree = nameOf.containsKey(column) || (!name.isEmpty() && taken.add(name));
            boolean isMeasure = nameOf.containsKey(column)
                    || isStandard(column)
                    || isNumber[file.columns().indexOf(column)];
            if (isMeasure && isFree && !texts.contains(column)) {
                measures.put(Requirement.uses(Measure.named(name)), column);
            } else {
                attributes.put(column, column);
            }
        }
        return new ClientColumns(id, measures, attributes);
    }

    private static boolean isStandard(String column) {
        return Measure.standard().stream().anyMatch(measure -> measure.name().equals(column));
    }

    private static boolean[] numbers(ClientFile file) {
        int width = file.columns().size();
        boolean[] isNumber = new boolean[width];
        boolean[] isText = new boolean[width];
        file.readClients(row -> {
            int cells = Math.min(width, row.fields());
            for (int c = 0; c < cells; c++) {
                if (!isText[c]) {
                    boolean isPlain = !Double.isNaN(file.numbers().plain(row.chars(), row.start(c), row.end(c)));
                    if (isPlain || !row.cell(c).isBlank()) {
                        boolean isOne =
                                isPlain || file.numbers().parse(row.text(c)).isPresent();
                        isNumber[c] |= isOne;
                        isText[c] = !isOne;
                    }
                }
            }
            return true;
        });
        for (int c = 0; c < width; c++) {
            isNumber[c] &= !isText[c];
        }
        return isNumber;
    }

    /**
     * Tells what was found, as lines: the file, its separator, its ids, measures and texts.
     *
     * @param file the file
     * @param columns what its columns are
     * @return a few sentences
     */
    public static List<String> told(ClientFile file, ClientColumns columns) {
        List<String> lines = new ArrayList<>();
        lines.add(file.name() + ": separated by " + nameOf(file.separator()) + ", ids in '" + columns.id() + "'");
        lines.add("measures: "
                + list(columns.measures().entrySet().stream()
                        .map(read -> named(read.getKey().measure().name(), read.getValue()))
                        .toList()));
        lines.add("texts: "
                + list(columns.attributes().entrySet().stream()
                        .map(read -> named(read.getKey(), read.getValue()))
                        .toList()));
        return lines;
    }

    private static String named(String name, String column) {
        return name.equals(column) ? name : name + " (column '" + column + "')";
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static String nameOf(char separator) {
        return Arrays.asList("comma", "semicolon", "tab").get(",;\t".indexOf(separator));
    }
}
