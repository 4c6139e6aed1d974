package dev.segmentation.shell.table;

import dev.segmentation.shell.comparison.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How many clients went from which segment to which as a table, and below it which clients. */
public final class ComparisonTable {

    private final Comparison comparison;
    private final int mostMoves;

    /**
     * Takes what is to be shown.
     *
     * @param comparison two outcomes side by side
     * @param mostMoves how many moves are listed at most; 0 or more
     */
    public ComparisonTable(Comparison comparison, int mostMoves) {
        this.comparison = comparison;
        this.mostMoves = mostMoves;
    }

    /** Gives the lines. */
    @Override
    public String toString() {
        List<String> header = new ArrayList<>(List.of("from \\ to"));
        comparison.segments().forEach(name -> header.add(TextTable.head(name)));
        header.add("left");
        TextTable table = TextTable.withNames(header);
        comparison.segments().forEach(name -> table.add(row(name, name)));
        table.add(row("joined", null));
        return table + moves();
    }

    private List<String> row(String name, @Nullable String from) {
        List<String> row = new ArrayList<>(List.of(name));
        comparison.segments().forEach(to -> row.add(shown(comparison.count(from, to))));
        row.add(shown(from == null ? 0 : comparison.count(from, null)));
        return row;
    }

    private static String shown(long count) {
        return count == 0 ? "." : ShownNumber.of(count);
    }

    private String moves() {
        List<Comparison.Move> moves = comparison.moves();
        if (moves.isEmpty()) {
            return "";
        }
        int more = moves.size() - Math.min(mostMoves, moves.size());
        return System.lineSeparator()
                + moves.stream()
                        .limit(mostMoves)
                        .map(move -> TextTable.sentence(move.toString()))
                        .collect(Collectors.joining())
                + (more == 0 ? "" : "and " + ShownNumber.of(more) + " more" + System.lineSeparator());
    }
}
