package dev.segmentation.shell.table;

import dev.segmentation.api.Client;
import dev.segmentation.api.Segment;
import dev.segmentation.core.review.Cause;
import dev.segmentation.core.review.Migration;
import dev.segmentation.core.review.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Who moved from last time to now as tables: from which segment to which, by which cause, and what became of a measure. */
public final class MigrationTable {

    private final Migration migration;

    /**
     * Takes what is to be shown.
     *
     * @param migration who moved, and why
     */
    public MigrationTable(Migration migration) {
        this.migration = migration;
    }

    /** Gives the lines of the matrix, and below it those of the causes. */
    @Override
    public String toString() {
        List<Segment> segments = new ArrayList<>(migration.segments());
        segments.add(Segment.UNSCORED);
        List<String> header = new ArrayList<>(List.of("from \\ to"));
        segments.forEach(segment -> header.add(TextTable.head(segment.name())));
        header.add("left");
        TextTable matrix = new TextTable(header, leftFirst(header.size()));
        for (Segment from : segments) {
            matrix.add(row(from.name(), from, segments));
        }
        matrix.add(row("joined", null, segments));
        return matrix + causes();
    }

    private List<String> row(String name, @Nullable Segment from, List<Segment> segments) {
        List<String> row = new ArrayList<>(List.of(name));
        segments.forEach(to -> row.add(count(migration.count(from, to))));
        row.add(from == null ? "" : count(migration.count(from, null)));
        return row;
    }

    private static String count(long count) {
        return count == 0 ? "." : String.format(Locale.ROOT, "%,d", count);
    }

    private String causes() {
        if (migration.moves().isEmpty()) {
            return "";
        }
        TextTable table = new TextTable(List.of("cause", "moves", "segments up"), leftFirst(3));
        for (Map.Entry<Cause, Integer> cause : migration.causes().entrySet()) {
            long moves = migration.moves().stream()
                    .filter(move -> move.causes().containsKey(cause.getKey()))
                    .count();
            table.add(List.of(
                    cause.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    count(moves),
                    String.format(Locale.ROOT, "%+,d", cause.getValue())));
        }
        return System.lineSeparator() + table;
    }

    /**
     * Gives the lines of what a number of the clients was and is.
     *
     * @param name what it is called
     * @param number gives the number of one client
     * @return the lines
     * @throws IllegalStateException if the values of last time are not known
     */
    public String outcome(String name, ToDoubleFunction<Client> number) {
        List<String> header = List.of(name, "before", "now", "stayed", "came in", "went out", "joined", "left");
        TextTable table = new TextTable(header, leftFirst(header.size()));
        for (Outcome outcome : migration.outcomes(number)) {
            table.add(List.of(
                    outcome.segment().name(),
                    amount(outcome.before()),
                    amount(outcome.now()),
                    amount(outcome.stayed()),
                    amount(outcome.cameIn()),
                    amount(outcome.wentOut().negate()),
                    amount(outcome.joined()),
                    amount(outcome.left().negate())));
        }
        return table.toString();
    }

    private static String amount(BigDecimal amount) {
        return amount.signum() == 0
                ? "."
                : String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
    }

    private static List<Boolean> leftFirst(int columns) {
        Boolean[] left = new Boolean[columns];
        Arrays.fill(left, false);
        left[0] = true;
        return List.of(left);
    }
}
