package dev.segmentation.schemes.engagement;

import dev.segmentation.api.Client;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Settings;
import java.util.ArrayList;
import java.util.List;

/** A client's profit: one number less others, each times its factor. */
final class ProfitFunction implements Ordering.ScoreFunction {

    private static final long serialVersionUID = 1;

    private final Measure base;
    private final Measure[] costs;
    private final double[] factors;

    ProfitFunction(Measure base, Measure[] costs, double[] factors) {
        if (costs.length != factors.length) {
            throw new IllegalArgumentException(
                    "there must be as many factors as costs, but there are " + factors.length + " and " + costs.length);
        }
        this.base = base;
        this.costs = costs.clone();
        this.factors = factors.clone();
    }

    static ProfitFunction from(Settings settings) {
        settings.allow("base", "costs", "factors");
        Measure base = settings.measure("base").orElseThrow(settings.lacking("base"));
        List<Measure> costs = settings.measures("costs").orElse(List.of());
        double[] factors = settings.reals("factors").orElse(new double[0]);
        return settings.checked("factors", () -> new ProfitFunction(base, costs.toArray(new Measure[0]), factors));
    }

    Settings settings() {
        return Settings.empty().with("base", base).with("costs", List.of(costs)).with("factors", factors);
    }

    List<Measure> measures() {
        List<Measure> measures = new ArrayList<>(List.of(costs));
        measures.add(0, base);
        return measures;
    }

    @Override
    public double score(Client client) {
        double profit = base.direction().orient(client.measure(base));
        for (int c = 0; c < costs.length; c++) {
            profit -= factors[c] * client.measure(costs[c]);
        }
        return profit;
    }
}
