package dev.segmentation.shell.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A builder of a table of text with aligned columns: the first one to the left, as are those named so. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> left;

    TextTable(List<String> header, List<Boolean> left) {
        this.left = List.copyOf(left);
        rows.add(List.copyOf(header));
    }

    void add(List<String> row) {
        rows.add(List.copyOf(row));
    }

    /** Gives the lines, each with its end. */
    @Override
    public String toString() {
        int[] widths = new int[left.size()];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        return rows.stream()
                .map(row -> line(row, widths).stripTrailing() + System.lineSeparator())
                .collect(Collectors.joining());
    }

    private String line(List<String> row, int[] widths) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < widths.length; c++) {
            String pad = " ".repeat(widths[c] - row.get(c).length());
            cells.add(left.get(c) ? row.get(c) + pad : pad + row.get(c));
        }
        return String.join(GAP, cells);
    }
}
