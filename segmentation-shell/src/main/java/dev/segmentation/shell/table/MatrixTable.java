package dev.segmentation.shell.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How many clients went from which segment to which, as a table. */
public final class MatrixTable {

    private static final String JOINED = "joined";
    private static final String LEFT = "left";

    private final Map<String, String> before;
    private final Map<String, String> after;

    /**
     * Takes what is to be shown.
     *
     * @param before the name of the segment by the client's id
     * @param after the same of later
     */
    public MatrixTable(Map<String, String> before, Map<String, String> after) {
        this.before = before;
        this.after = after;
    }

    /** Gives the lines; the segments are in the order in which their first clients come. */
    @Override
    public String toString() {
        Map<String, Map<String, Long>> counts = new HashMap<>();
        after.forEach((client, segment) -> add(counts, before.getOrDefault(client, JOINED), segment));
        before.forEach((client, segment) -> {
            if (!after.containsKey(client)) {
                add(counts, segment, LEFT);
            }
        });
        Set<String> names = new LinkedHashSet<>(before.values());
        names.addAll(after.values());
        List<String> header = new ArrayList<>(List.of("from \\ to"));
        header.addAll(names);
        header.add(LEFT);
        List<Boolean> left = new ArrayList<>(header.stream().map(name -> false).toList());
        left.set(0, true);
        TextTable table = new TextTable(header, left);
        names.forEach(name -> table.add(row(name, counts, header)));
        table.add(row(JOINED, counts, header));
        return table.toString();
    }

    private static void add(Map<String, Map<String, Long>> counts, String from, String to) {
        counts.computeIfAbsent(from, first -> new HashMap<>()).merge(to, 1L, Long::sum);
    }

    private static List<String> row(String from, Map<String, Map<String, Long>> counts, List<String> header) {
        List<String> row = new ArrayList<>(List.of(from));
        for (String to : header.subList(1, header.size())) {
            long count = counts.getOrDefault(from, Map.of()).getOrDefault(to, 0L);
            row.add(count == 0 ? "." : String.format(Locale.ROOT, "%,d", count));
        }
        return row;
    }
}
