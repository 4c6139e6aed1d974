package dev.segmentation.shell.report;

import dev.segmentation.api.Client;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Segment;
import dev.segmentation.schemes.plan.CapacityReport;
import dev.segmentation.schemes.plan.RoleLoad;
import dev.segmentation.schemes.plan.SegmentLoad;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The segments: how many clients, what they bring and take, what they are, and whether the team has the hours. */
final class SegmentsPart {

    private SegmentsPart() {}

    /** What serving the clients of a segment takes; NaN where it is not known. */
    private record Load(double hours, double cost, double margin) {}

    static void write(Html html, Facts facts) {
        html.open("section", "id", "segments").element("h2", "The segments");
        html.element("p", caption(facts), "class", "say");
        bars(html, facts);
        table(html, facts);
        meanings(html, facts);
        facts.report().capacity().ifPresent(capacity -> team(html, facts, capacity));
        html.close();
    }

    private static String caption(Facts facts) {
        if (facts.scored() == 0) {
            return "Nobody is in a segment.";
        }
        Segment best = facts.result().segments().get(0);
        if (facts.result().count(best) == 0) {
            return "Nobody is in " + best.name() + ".";
        }
        StringBuilder caption = new StringBuilder(
                best.name() + ": " + Figures.count(facts.result().count(best), "client") + ", "
                        + Figures.roundPercent(facts.result().share(best)) + " of those in a segment");
        if (facts.hasRevenue() && facts.revenue() > 0) {
            caption.append(", who bring ")
                    .append(Figures.roundPercent(revenueShare(facts, best)))
                    .append(" of all revenue");
        }
        return caption.append('.').toString();
    }

    static double revenueShare(Facts facts, Segment segment) {
        return !(facts.revenue() > 0) ? Double.NaN : facts.sum(segment, Measure.REVENUE) / facts.revenue();
    }

    /** Draws shares as two bars, one above the other; the table below has the numbers. */
    private static void bars(Html html, Facts facts) {
        html.open("div", "class", "bars", "aria-hidden", "true");
        bar(
                html,
                facts,
                "clients",
                segment ->
                        (double) facts.result().count(segment) / facts.result().size());
        if (facts.hasRevenue() && facts.revenue() > 0) {
            bar(html, facts, "revenue", segment -> revenueShare(facts, segment));
        }
        html.open("div", "class", "key");
        for (Segment segment : facts.places()) {
            html.open("span");
            Page.segment(facts, segment).write(html);
            html.close();
        }
        html.close().close();
    }

    private static void bar(Html html, Facts facts, String name, ToDoubleFunction<Segment> share) {
        html.element("span", name, "class", "name").open("div", "class", "bar");
        for (Segment segment : facts.places()) {
            double width = share.applyAsDouble(segment);
            if (width > 0) {
                html.element(
                        "span",
                        "",
                        "style",
                        String.format(
                                Locale.ROOT,
                                "flex-grow:%.4f;background:var(%s)",
                                width,
                                facts.color(segment).variable()));
            }
        }
        html.close();
    }

    private static void table(Html html, Facts facts) {
        Map<Segment, Load> loads = loads(facts);
        boolean hasAsked =
                facts.places().stream().anyMatch(segment -> facts.asked(segment).isPresent());
        boolean hasCost = loads.values().stream().anyMatch(load -> !Double.isNaN(load.cost()));
        List<String> header = new ArrayList<>(List.of("Segment", "Clients"));
        String of = facts.segmenter()
                .cutoffs()
                .flatMap(cutoffs -> cutoffs.total())
                .map(total -> " of " + Words.of(total.name()))
                .orElse("");
        if (hasAsked) {
            header.add("Asked" + of);
        }
        header.add("Realised");
        if (facts.hasRevenue()) {
            header.addAll(List.of("Revenue", "Of revenue"));
        }
        if (!loads.isEmpty()) {
            header.add("Hours");
        }
        if (hasCost) {
            header.addAll(List.of("Cost", "Margin"));
        }
        List<List<Html.Cell>> rows = new ArrayList<>();
        for (Segment segment : facts.places()) {
            List<Html.Cell> row = new ArrayList<>();
            row.add(Page.segment(facts, segment));
            row.add(Html.Cell.of(Figures.count(facts.result().count(segment))));
            if (hasAsked) {
                row.add(Html.Cell.of(facts.asked(segment).map(Figures::percent).orElse("")));
            }
            row.add(Html.Cell.of(
                    segment.isScored() ? Figures.percent(facts.result().share(segment)) : ""));
            if (facts.hasRevenue()) {
                row.add(Html.Cell.of(Figures.amount(facts.sum(segment, Measure.REVENUE))));
                row.add(Html.Cell.of(Figures.percent(revenueShare(facts, segment))));
            }
            Load load = loads.getOrDefault(segment, new Load(Double.NaN, Double.NaN, Double.NaN));
            if (!loads.isEmpty()) {
                row.add(Html.Cell.of(Figures.decimal(load.hours(), 1)));
            }
            if (hasCost) {
                row.add(Html.Cell.of(Figures.amount(load.cost())));
                row.add(Html.Cell.of(Figures.amount(load.margin())));
            }
            rows.add(row);
        }
        String what = facts.hasRevenue() ? "revenue" : "shares";
        html.table("Clients" + (loads.isEmpty() ? " and " : ", ") + what + source(facts, loads), header, 1, rows);
    }

    private static String source(Facts facts, Map<Segment, Load> loads) {
        if (facts.report().capacity().isPresent()) {
            return " and, by the service plan for "
                    + facts.report().year().map(Object::toString).orElse("a year") + ", hours, cost and margin";
        }
        return loads.isEmpty() ? " by segment" : " and hours by segment; unknown ones are left out of sums";
    }

    private static Map<Segment, Load> loads(Facts facts) {
        Map<Segment, Load> loads = new HashMap<>();
        Optional<CapacityReport> capacity = facts.report().capacity();
        if (capacity.isPresent()) {
            for (SegmentLoad load : capacity.get().segments()) {
                loads.put(load.segment(), new Load(load.hours(), load.cost(), load.margin()));
            }
        } else if (facts.book().has(Measure.HOURS)) {
            for (Segment segment : facts.places()) {
                loads.put(segment, new Load(facts.sum(segment, Measure.HOURS), Double.NaN, Double.NaN));
            }
            facts.report()
                    .cost()
                    .ifPresent(cost -> loads.replaceAll((segment, load) -> withCost(facts, segment, load, cost)));
        }
        return loads;
    }

    private static Load withCost(Facts facts, Segment segment, Load load, ToDoubleFunction<Client> cost) {
        Sum costs = new Sum();
        Sum margin = new Sum();
        for (int row = 0; row < facts.result().size(); row++) {
            if (facts.result().segment(row).equals(segment)) {
                Client client = facts.book().client(row);
                double own = cost.applyAsDouble(client);
                costs.add(own);
                margin.add(facts.hasRevenue() ? client.measure(Measure.REVENUE) - own : Double.NaN);
            }
        }
        return new Load(load.hours(), costs.known(), margin.known());
    }

    /** A builder of a sum of what is known; of some clients of whom nothing is known it is not. */
    private static final class Sum {

        private double sum;
        private boolean isKnown;
        private boolean isUnknown;

        void add(double value) {
            if (Double.isNaN(value)) {
                isUnknown = true;
            } else {
                isKnown = true;
                sum += value;
            }
        }

        double known() {
            return isUnknown && !isKnown ? Double.NaN : sum;
        }
    }

    private static void meanings(Html html, Facts facts) {
        html.open("dl", "class", "meanings");
        for (Segment segment : facts.places()) {
            String words = (segment.description() + " " + segment.action()).strip();
            if (!words.isEmpty()) {
                html.open("dt");
                Page.segment(facts, segment).write(html);
                html.close().element("dd", words);
            }
        }
        html.close();
    }

    private static void team(Html html, Facts facts, CapacityReport capacity) {
        html.element("h3", "Has the team the hours?");
        html.element(
                "p",
                "In " + facts.report().year().map(Object::toString).orElse("that year") + " the service plan "
                        + (capacity.fits() ? "fits the team." : "does not fit the team."),
                "class",
                "say");
        List<List<Html.Cell>> rows = new ArrayList<>();
        for (RoleLoad role : capacity.roles()) {
            rows.add(Html.Cell.row(
                    role.role(),
                    Figures.decimal(role.hoursNeeded(), 1),
                    Figures.decimal(role.hoursAvailable(), 1),
                    Figures.decimal(role.hoursLeft(), 1)));
        }
        html.table("Hours of a year by role", List.of("Role", "Needed", "Available", "Left"), 1, rows);
    }
}
