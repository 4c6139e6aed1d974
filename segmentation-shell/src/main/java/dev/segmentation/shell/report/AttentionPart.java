package dev.segmentation.shell.report;

import java.util.ArrayList;
import java.util.List;

/** The clients of whom the scheme says that a person must decide. */
final class AttentionPart {

    private AttentionPart() {}

    static void write(Html html, Facts facts) {
        if (facts.attention().isEmpty()) {
            return;
        }
        html.open("section", "id", "attention").element("h2", "Who needs a decision");
        html.element(
                "p",
                "The rule leaves " + Figures.count(facts.needingAttention(), "question") + " to a person.",
                "class",
                "say");
        List<List<Html.Cell>> rows = new ArrayList<>();
        for (Facts.Attention client : facts.attention()) {
            rows.add(List.of(
                    Html.Cell.of(client.clientId()),
                    Page.segment(facts, client.segment()),
                    Html.Cell.of(client.why())));
        }
        html.table("The clients", List.of("Client", "Segment", "What is to be decided"), 3, rows);
        more(html, facts.needingAttention());
        html.close();
    }

    /** Says how many rows are not shown. */
    static void more(Html html, long all) {
        if (all > Facts.MOST_ROWS) {
            html.element("p", "… and " + Figures.count(all - Facts.MOST_ROWS) + " more.", "class", "note");
        }
    }
}
