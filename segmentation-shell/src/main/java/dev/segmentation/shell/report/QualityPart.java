package dev.segmentation.shell.report;

import dev.segmentation.api.Cut;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What the data lack: missing numbers, ties at the cuts, rows that could not be read. */
final class QualityPart {

    private static final int MOST_CAUSES = 20;

    private QualityPart() {}

    static void write(Html html, Facts facts) {
        html.open("section", "id", "quality").element("h2", "The data");
        html.element("p", caption(facts), "class", "say");
        measures(html, facts);
        unscored(html, facts);
        cuts(html, facts);
        refused(html, facts);
        html.close();
    }

    private static String caption(Facts facts) {
        long unscored = facts.result().count(Segment.UNSCORED);
        long refused = facts.report().refused();
        return (unscored == 0
                        ? "Every client could be placed."
                        : Figures.count(unscored, "client") + " could not be placed.")
                + (refused == 0
                        ? " No row was refused."
                        : " " + Figures.count(refused, "row") + (refused == 1 ? " was" : " were") + " refused, and "
                                + (refused == 1 ? "is" : "are") + " not in this report.");
    }

    private static void measures(Html html, Facts facts) {
        List<List<Html.Cell>> rows = new ArrayList<>();
        for (Measure measure : facts.book().measures()) {
            Summary summary = facts.book().summary(measure);
            long all = summary.count() + summary.missing();
            rows.add(Html.Cell.row(
                    Words.sentence(Words.of(measure.name())),
                    Figures.count(summary.count()),
                    Figures.count(summary.missing()),
                    Figures.percent(all == 0 ? Double.NaN : (double) summary.missing() / all),
                    Figures.amount(summary.count() == 0 ? Double.NaN : summary.min()),
                    Figures.amount(summary.count() == 0 ? Double.NaN : summary.mean()),
                    Figures.amount(summary.count() == 0 ? Double.NaN : summary.max())));
        }
        if (!rows.isEmpty()) {
            html.table(
                    "What is known of the clients",
                    List.of("Measure", "Known", "Missing", "Missing share", "Least", "Mean", "Greatest"),
                    1,
                    rows);
        }
    }

    private static void unscored(Html html, Facts facts) {
        Map<String, Integer> causes = facts.unscoredFor();
        List<List<Html.Cell>> rows = causes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_CAUSES)
                .map(cause -> Html.Cell.row(Words.sentence(cause.getKey()), Figures.count(cause.getValue())))
                .toList();
        if (!rows.isEmpty()) {
            html.table("Why clients are unscored; there may be several causes", List.of("Cause", "Clients"), 1, rows);
        }
    }

    private static void cuts(Html html, Facts facts) {
        List<List<Html.Cell>> rows = new ArrayList<>();
        for (Cut cut : facts.cuts()) {
            double above = facts.scored() == 0 ? Double.NaN : (double) cut.count() / facts.scored();
            rows.add(Html.Cell.row(
                    "Top " + cut.asked(),
                    Figures.count(cut.wanted()),
                    Figures.count(cut.count()),
                    Figures.percent(above),
                    Figures.count(cut.tied()),
                    cut.isTied() ? "yes" : "no"));
        }
        if (!rows.isEmpty()) {
            String of = facts.segmenter()
                    .cutoffs()
                    .flatMap(cutoffs -> cutoffs.total())
                    .map(total -> "; shares are of " + Words.of(total.name()))
                    .orElse("");
            html.table(
                    "The cuts, from the best down: clients that are equal there stay together" + of,
                    List.of("Cut", "Wanted", "Above it", "Of clients", "Equal at it", "Tie across"),
                    1,
                    rows);
        }
    }

    private static void refused(Html html, Facts facts) {
        if (facts.report().refused() == 0) {
            return;
        }
        html.element("h3", "Refused rows").open("ul", "class", "plain");
        facts.report().problems().forEach(problem -> html.element("li", problem));
        html.close();
        if (facts.report().refused() > facts.report().problems().size()) {
            html.element(
                    "p",
                    "These are the first of " + Figures.count(facts.report().refused()) + ".",
                    "class",
                    "note");
        }
    }
}
