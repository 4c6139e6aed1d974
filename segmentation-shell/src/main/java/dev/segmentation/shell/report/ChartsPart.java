package dev.segmentation.shell.report;

import dev.segmentation.api.Measure;
import dev.segmentation.api.Rounding;
import dev.segmentation.api.Share;
import dev.segmentation.core.ranking.Concentration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The charts, each with what one sees in words and its numbers as a table. */
final class ChartsPart {

    private static final List<Double> TOPS = List.of(0.01, 0.05, 0.10, 0.20, 0.50);

    private ChartsPart() {}

    static void write(Html html, Facts facts) {
        concentration(html, facts);
        scores(html, facts);
        engagement(html, facts);
    }

    private static void concentration(Html html, Facts facts) {
        html.open("section", "id", "concentration").element("h2", "Who brings how much");
        Optional<Measure> total = facts.total();
        if (total.isEmpty()) {
            html.element("p", "The book has no revenue.").close();
            return;
        }
        String name = Words.of(total.get().name());
        Concentration concentration = Concentration.of(ConcentrationChart.finite(facts.values(total.get())));
        html.element("p", ConcentrationChart.caption(concentration, name), "class", "say");
        Optional<Plot> plot = ConcentrationChart.of(concentration, name);
        if (plot.isPresent()) {
            figure(html, plot.get(), "concentration");
            List<List<Html.Cell>> rows = new ArrayList<>();
            for (double top : TOPS) {
                int largest = Math.toIntExact(Share.of(top).count(concentration.size(), Rounding.NEAREST));
                rows.add(Html.Cell.row(
                        Figures.roundPercent(top),
                        Figures.count(largest),
                        Figures.percent(concentration.shareOfLargest(largest))));
            }
            html.table("What the largest clients bring", List.of("The largest", "Clients", "Of " + name), 1, rows);
            html.element(
                    "p",
                    "Gini coefficient: " + Figures.decimal(concentration.gini(), 4) + ". Clients of whom " + name
                            + " is not known: " + Figures.count(concentration.missing()) + ".",
                    "class",
                    "note");
        }
        html.close();
    }

    private static void scores(Html html, Facts facts) {
        Optional<ScoreChart> chart = ScoreChart.of(facts);
        if (chart.isEmpty()) {
            return;
        }
        String name = Words.of(facts.scoreName());
        html.open("section", "id", "scores").element("h2", "How the " + name + " is spread");
        html.element("p", chart.get().caption(), "class", "say");
        figure(html, chart.get().plot(), "scores");
        ScoreChart.Histogram histogram = chart.get().histogram();
        List<String> header = new ArrayList<>(List.of(Words.sentence(name), "Clients"));
        facts.places().forEach(segment -> header.add(segment.name()));
        List<List<Html.Cell>> rows = new ArrayList<>();
        for (int bin = 0; bin < histogram.counts().length; bin++) {
            long[] counts = histogram.counts()[bin];
            long all = Arrays.stream(counts).sum();
            if (all > 0) {
                List<Html.Cell> row = new ArrayList<>(Html.Cell.row(histogram.range(bin), Figures.count(all)));
                for (long count : counts) {
                    row.add(Html.Cell.of(count == 0 ? "" : Figures.count(count)));
                }
                rows.add(row);
            }
        }
        html.open("details").element("summary", "The numbers of this chart");
        html.table("Clients by " + name, header, 1, rows);
        html.close().close();
    }

    private static void engagement(Html html, Facts facts) {
        Optional<EngagementChart.Quadrants> quadrants = EngagementChart.Quadrants.of(facts);
        if (quadrants.isEmpty()) {
            return;
        }
        html.open("section", "id", "engagement").element("h2", "Who gets it, and who is profitable");
        html.element("p", quadrants.get().caption(), "class", "say");
        figure(html, EngagementChart.of(facts).orElseThrow(), "engagement");
        List<Long> counts = quadrants.get().counts();
        html.table(
                "Clients by quadrant",
                List.of("", "Gets it", "Does not get it yet"),
                1,
                List.of(
                        Html.Cell.row("Profitable", Figures.count(counts.get(0)), Figures.count(counts.get(1))),
                        Html.Cell.row("Not profitable", Figures.count(counts.get(2)), Figures.count(counts.get(3)))));
        html.element(
                "p",
                "Each point is a client, or several that would cover each other; where many have the same engagement, they"
                        + " are spread sideways.",
                "class",
                "note");
        html.close();
    }

    private static void figure(Html html, Plot plot, String id) {
        html.open("figure")
                .asIs(Svg.of(plot, "chart-" + id.toLowerCase(Locale.ROOT)))
                .close();
    }
}
