package dev.segmentation.shell.table;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Explanation;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Score;
import java.util.List;

/** What became of one client as a table: its segment, its score, and the reasons, one a line. */
public final class ExplanationTable {

    private final Explanation explanation;

    /**
     * Takes what is to be shown.
     *
     * @param explanation why the client is where it is
     */
    public ExplanationTable(Explanation explanation) {
        this.explanation = explanation;
    }

    /** Gives the lines. */
    @Override
    public String toString() {
        Assignment assignment = explanation.assignment();
        TextTable table = new TextTable(List.of("client", assignment.clientId()), List.of(true, true));
        table.add(List.of("segment", assignment.segment().name()));
        assignment.score().map(Score::value).ifPresent(value -> table.add(List.of("score", Double.toString(value))));
        for (Reason reason : explanation.reasons()) {
            table.add(List.of("because", reason.text()));
        }
        return table.toString();
    }
}
