package dev.segmentation.shell.table;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Score;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The clients of one segment as a table, the best first: rank and score where they have them, and the measures that the scheme asks for. */
public final class ClientsTable {

    private final Segmentation result;
    private final Segment segment;
    private final int most;

    /**
     * Takes what is to be shown.
     *
     * @param result the outcome for a book
     * @param segment a segment of it
     * @param most how many clients are shown at most; 0 or more
     */
    public ClientsTable(Segmentation result, Segment segment, int most) {
        this.result = result;
        this.segment = segment;
        this.most = most;
    }

    /** Gives the lines. */
    @Override
    public String toString() {
        List<Measure> measures = result.segmenter().requirements().stream()
                .map(Requirement::measure)
                .filter(result.book()::has)
                .toList();
        List<Integer> rows = IntStream.range(0, result.size())
                .filter(row -> result.segment(row).equals(segment))
                .boxed()
                .sorted(Comparator.comparingLong(
                        row -> result.standing(row).map(Standing::rank).orElse(Long.MAX_VALUE)))
                .toList();
        List<Integer> shown = rows.subList(0, Math.min(most, rows.size()));
        boolean hasRanks = shown.stream().anyMatch(row -> result.standing(row).isPresent());
        boolean hasScores =
                shown.stream().anyMatch(row -> result.assignment(row).score().isPresent());
        List<String> header = new ArrayList<>(List.of("client"));
        if (hasRanks) {
            header.add("rank");
        }
        if (hasScores) {
            header.add("score");
        }
        measures.forEach(measure -> header.add(measure.name()));
        TextTable table = TextTable.withNames(header);
        shown.forEach(row -> table.add(row(row, hasRanks, hasScores, measures)));
        int more = rows.size() - shown.size();
        return more == 0 ? table.toString() : table + "and " + ShownNumber.of(more) + " more" + System.lineSeparator();
    }

    private List<String> row(int row, boolean hasRanks, boolean hasScores, List<Measure> measures) {
        Assignment assignment = result.assignment(row);
        List<String> cells = new ArrayList<>(List.of(assignment.clientId()));
        if (hasRanks) {
            cells.add(result.standing(row)
                    .map(standing -> ShownNumber.of(standing.rank()))
                    .orElse(""));
        }
        if (hasScores) {
            cells.add(assignment.score().map(Score::value).map(ShownNumber::of).orElse(""));
        }
        measures.forEach(
                measure -> cells.add(ShownNumber.of(result.book().client(row).measure(measure))));
        return cells;
    }
}
