package dev.segmentation.shell.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A builder of a table of text with aligned columns, which fits 80 columns of a terminal.
 *
 * <p>The cells of a last column to the left go on in further lines. Where that is not enough, the widest of the columns to
 * the left are cut; where that is not enough either, the columns come in several tables, each with the first one.
 */
final class TextTable {

    /** As wide as every terminal is. */
    static final int MOST_COLUMNS = 80;

    private static final String GAP = "  ";
    private static final int LEAST_TEXT = 12;
    private static final int MOST_NAME = 24;
    private static final int MOST_HEAD = 16;

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> left;

    TextTable(List<String> header, List<Boolean> left) {
        this.left = List.copyOf(left);
        add(header);
    }

    /** Starts a table whose first column alone is to the left. */
    static TextTable withNames(List<String> header) {
        return new TextTable(
                header, IntStream.range(0, header.size()).mapToObj(c -> c == 0).toList());
    }

    /** Gives a text that comes from the data as the head of a column of short numbers. */
    static String head(String name) {
        return TextWidth.cut(TextWidth.plain(name), MOST_HEAD);
    }

    void add(List<String> row) {
        rows.add(row.stream().map(TextWidth::plain).toList());
    }

    /** Gives a sentence as lines that fit, each with its end. */
    static String sentence(String text) {
        return TextWidth.wrapped(TextWidth.plain(text), MOST_COLUMNS).stream()
                .map(line -> line + System.lineSeparator())
                .collect(Collectors.joining());
    }

    /** Gives the lines, each with its end. */
    @Override
    public String toString() {
        int[] widths = new int[left.size()];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], TextWidth.of(row.get(c)));
            }
        }
        int[] narrow = narrowed(widths);
        int[] all = IntStream.range(0, widths.length).toArray();
        if (total(narrow, all) <= MOST_COLUMNS) {
            return lines(all, narrow);
        }
        widths[0] = Math.min(widths[0], MOST_NAME);
        for (int c = 1; c < widths.length; c++) {
            widths[c] = Math.min(widths[c], MOST_COLUMNS - GAP.length() - widths[0]);
        }
        return parts(widths).stream()
                .map(part -> lines(part, widths))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static int total(int[] widths, int... columns) {
        return Arrays.stream(columns).map(c -> widths[c]).sum() + GAP.length() * (columns.length - 1);
    }

    /** Gives the widths with texts narrowed as far as needed and possible: the last one first, then the widest. */
    private int[] narrowed(int... widths) {
        int[] narrow = widths.clone();
        int last = narrow.length - 1;
        int over = total(narrow, IntStream.rangeClosed(0, last).toArray()) - MOST_COLUMNS;
        if (left.get(last) && last > 0) {
            int taken = Math.min(Math.max(over, 0), Math.max(0, narrow[last] - 2 * LEAST_TEXT));
            narrow[last] -= taken;
            over -= taken;
        }
        for (; over > 0; over--) {
            int widest = -1;
            for (int c = 0; c < narrow.length; c++) {
                boolean canGive = left.get(c) && narrow[c] > LEAST_TEXT;
                if (canGive && (widest < 0 || narrow[c] > narrow[widest])) {
                    widest = c;
                }
            }
            if (widest < 0) {
                break;
            }
            narrow[widest]--;
        }
        return narrow;
    }

    private static List<int[]> parts(int... widths) {
        List<int[]> parts = new ArrayList<>();
        List<Integer> part = new ArrayList<>(List.of(0));
        int taken = widths[0];
        for (int c = 1; c < widths.length; c++) {
            int needed = GAP.length() + widths[c];
            if (part.size() > 1 && taken + needed > MOST_COLUMNS) {
                parts.add(part.stream().mapToInt(Integer::intValue).toArray());
                part = new ArrayList<>(List.of(0));
                taken = widths[0];
            }
            part.add(c);
            taken += needed;
        }
        parts.add(part.stream().mapToInt(Integer::intValue).toArray());
        return parts;
    }

    private String lines(int[] columns, int... widths) {
        return rows.stream()
                .flatMap(row -> lines(row, columns, widths).stream())
                .map(line -> line.stripTrailing() + System.lineSeparator())
                .collect(Collectors.joining());
    }

    /** Gives the lines of one row: more than one where the text of the last column goes on. */
    private List<String> lines(List<String> row, int[] columns, int... widths) {
        int last = columns[columns.length - 1];
        boolean goesOn = last > 0 && left.get(last) && last == left.size() - 1;
        List<String> texts = goesOn
                ? TextWidth.wrapped(row.get(last), widths[last])
                : List.of(TextWidth.cut(row.get(last), widths[last]));
        List<String> lines = new ArrayList<>();
        for (String text : texts) {
            List<String> cells = new ArrayList<>();
            for (int c : columns) {
                String shown = c == last ? text : lines.isEmpty() ? TextWidth.cut(row.get(c), widths[c]) : "";
                String pad = " ".repeat(widths[c] - TextWidth.of(shown));
                cells.add(left.get(c) ? shown + pad : pad + shown);
            }
            lines.add(String.join(GAP, cells));
        }
        return lines;
    }
}
