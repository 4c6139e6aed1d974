package dev.segmentation.shell.table;

import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.SegmentationScheme;
import java.util.List;

/** What a scheme is as a table: what it does, its segments, and the measures and texts that it asks for. */
public final class SchemeTable {

    private final SegmentationScheme scheme;

    /**
     * Takes what is to be shown.
     *
     * @param scheme the scheme
     */
    public SchemeTable(SegmentationScheme scheme) {
        this.scheme = scheme;
    }

    /** Gives the lines. */
    @Override
    public String toString() {
        TextTable table = new TextTable(List.of(scheme.id(), scheme.description()), List.of(true, true));
        add(table, "segments", scheme.segments().stream().map(Segment::name).toList());
        add(
                table,
                "measures",
                scheme.requirements().stream().map(SchemeTable::measure).toList());
        add(table, "texts", List.copyOf(scheme.attributes()));
        return table.toString();
    }

    private static void add(TextTable table, String what, List<String> names) {
        if (!names.isEmpty()) {
            table.add(List.of("  " + what, String.join(", ", names)));
        }
    }

    private static String measure(Requirement requirement) {
        return requirement.measure() + (requirement.required() ? " (needed)" : "");
    }
}
