package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Quantiles of R, numpy, PostgreSQL and of packages for weights: they differ from these in as many places, and in the cases,
 * in which they differ from exact arithmetic, as {@code disagreements.csv} lists it.
 */
class DisagreementsOracleTest {

    private static final double LIMIT = 1e-12;

    private static final Map<String, double[]> INPUTS = Oracle.inputs();
    private static final String[] PROBABILITIES =
            Oracle.read("probabilities").stream().map(row -> row.text("text")).toArray(String[]::new);

    private static final Map<String, Integer> TYPES = Map.ofEntries(
            Map.entry("inverted_cdf", 1),
            Map.entry("averaged_inverted_cdf", 2),
            Map.entry("closest_observation", 3),
            Map.entry("interpolated_inverted_cdf", 4),
            Map.entry("hazen", 5),
            Map.entry("weibull", 6),
            Map.entry("linear", 7),
            Map.entry("median_unbiased", 8),
            Map.entry("normal_unbiased", 9),
            Map.entry("percentile_cont", 7),
            Map.entry("percentile_disc", 1));

    /** What was compared of an engine, and where it differed. */
    private static final class Tally {
        private int compared;
        private int different;
        private final Set<String> cases = new LinkedHashSet<>();

        void compare(Oracle.Row row, double[] ours, double[] theirs, double scale) {
            assertEquals(ours.length, theirs.length, row::toString);
            for (int i = 0; i < ours.length; i++) {
                compared++;
                if (!isNear(ours[i], theirs[i], scale)) {
                    different++;
                    cases.add(row.text("case"));
                }
            }
        }

        private static boolean isNear(double a, double b, double scale) {
            if (Double.isNaN(a) || Double.isNaN(b) || a == b) {
                return a == b || (Double.isNaN(a) && Double.isNaN(b));
            }
            double size = Math.max(scale, Math.max(Math.abs(a), Math.abs(b)));
            return Double.isFinite(size) && Math.abs(a / 2 - b / 2) <= LIMIT * size / 2 + Double.MIN_VALUE;
        }

        @Override
        public String toString() {
            return compared + "," + different + "," + String.join("|", cases);
        }
    }

    private static void assertDisagreements(String topic, Map<String, Tally> tallies) {
        Map<String, String> listed = Oracle.read("disagreements").stream()
                .filter(row -> row.text("topic").equals(topic))
                .collect(Collectors.toMap(
                        row -> row.text("engine") + " " + row.text("setting"),
                        row -> row.text("compared") + "," + row.text("different") + "," + row.text("cases")));
        assertFalse(tallies.isEmpty());
        tallies.forEach((engine, tally) -> assertEquals(listed.get(engine), tally.toString(), engine));
    }

    @Test
    void quantilesDifferFromEnginesAsExactOnesDo() {
        Map<String, String[]> exact = new HashMap<>();
        Oracle.read("quantiles_exact")
                .forEach(row -> exact.put(row.text("case") + row.text("type"), row.texts("quantiles")));
        Map<String, Tally> tallies = new HashMap<>();
        Map<String, String> settings =
                Map.of("quantiles_r", "type", "quantiles_numpy", "method", "quantiles_postgresql", "function");
        settings.forEach((file, column) -> {
            for (Oracle.Row row : Oracle.read(file)) {
                String setting = row.text(column);
                Integer number = column.equals("type") ? Integer.valueOf(setting) : TYPES.get(setting);
                if (number != null) {
                    double[] values = Oracle.input(INPUTS, row);
                    double[] ours = quantiles(Distribution.of(values), QuantileType.of(number));
                    double[] theirs = row.numbers("quantiles");
                    // Between an infinity and another value there is nothing to compare.
                    String[] texts = Objects.requireNonNull(exact.get(row.text("case") + number));
                    int[] places = IntStream.range(0, ours.length)
                            .filter(i -> !texts[i].equals("inf-interp"))
                            .toArray();
                    tallies.computeIfAbsent(
                                    file.substring("quantiles_".length()) + " " + setting + " against type " + number,
                                    engine -> new Tally())
                            .compare(row, at(places, ours), at(places, theirs), largest(values));
                }
            }
        });
        assertEquals(9 + 9 + 2, tallies.size());
        assertDisagreements("quantiles", tallies);
    }

    private static double[] at(int[] places, double[] values) {
        return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
    }

    private static double largest(double[] values) {
        return Arrays.stream(values)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    @Test
    void weightedQuantilesDifferFromPackagesAsExactOnesDo() {
        Map<String, String> methods = Map.of(
                "hmisc_quantile", "type7_expanded",
                "hmisc_quantile_normwt", "type7_expanded",
                "hmisc_i_over_n", "inverse_cdf",
                "laeken", "inverse_cdf",
                "spatstat_type1", "inverse_cdf");
        Map<String, Oracle.Row> inputs = inputs();
        Map<String, Tally> tallies = new HashMap<>();
        for (Oracle.Row row : Oracle.read("weighted_quantiles_r")) {
            String method = methods.get(row.text("engine"));
            Oracle.Row input = Objects.requireNonNull(inputs.get(row.text("case")));
            if (method != null && (method.equals("inverse_cdf") || hasWholeWeights(input))) {
                double[] ours = method.equals("inverse_cdf")
                        ? quantiles(weighted(input))
                        : quantiles(Distribution.of(repeated(input)), QuantileType.LINEAR);
                tallies.computeIfAbsent(row.text("engine") + " against " + method, engine -> new Tally())
                        .compare(row, ours, row.numbers("quantiles"), 0);
            }
        }
        assertEquals(methods.size(), tallies.size());
        assertDisagreements("weighted quantiles", tallies);
    }

    @Test
    void weightedMediansDifferFromPackagesAsExactOnesDo() {
        Map<String, Oracle.Row> inputs = inputs();
        Map<String, Tally> tallies = new HashMap<>();
        for (Oracle.Row row : Oracle.read("weighted_medians_r")) {
            double[] median = {
                weighted(Objects.requireNonNull(inputs.get(row.text("case")))).quantile(0.5)
            };
            for (String engine : new String[] {
                "matrixstats_min", "matrixstats_max", "collapse_fnth_min", "collapse_fnth_max", "laeken", "spatstat"
            }) {
                tallies.computeIfAbsent(engine + " against inverse_cdf", name -> new Tally())
                        .compare(row, median, row.numbers(engine), 0);
            }
        }
        assertDisagreements("weighted median", tallies);
    }

    @Test
    void whatIsRepeatedAsOftenAsItWeighsHasTheExactQuantiles() {
        Map<String, Oracle.Row> inputs = inputs();
        int compared = 0;
        for (Oracle.Row row : Oracle.read("weighted_quantiles_exact")) {
            if (row.text("method").equals("type7_expanded")) {
                Oracle.Row input = Objects.requireNonNull(inputs.get(row.text("case")));
                double[] ours = quantiles(Distribution.of(repeated(input)), QuantileType.LINEAR);
                Oracle.assertClose(row.numbers("quantiles"), ours, row);
                compared++;
            }
        }
        assertEquals(12, compared);
    }

    private static Map<String, Oracle.Row> inputs() {
        return Oracle.read("weighted_inputs").stream().collect(Collectors.toMap(row -> row.text("case"), row -> row));
    }

    private static WeightedDistribution weighted(Oracle.Row input) {
        return WeightedDistribution.of(input.numbers("values"), input.numbers("weights"));
    }

    private static boolean hasWholeWeights(Oracle.Row input) {
        return Arrays.stream(input.numbers("weights")).allMatch(weight -> weight == Math.rint(weight));
    }

    private static double[] repeated(Oracle.Row input) {
        double[] values = input.numbers("values");
        double[] weights = input.numbers("weights");
        return IntStream.range(0, values.length)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, (int) weights[i]).mapToDouble(time -> values[i]))
                .toArray();
    }

    static double[] quantiles(Distribution distribution, QuantileType type) {
        return Arrays.stream(PROBABILITIES)
                .mapToDouble(p ->
                        p.equals("0") ? distribution.quantile(type, 0) : distribution.quantile(type, Oracle.share(p)))
                .toArray();
    }

    static double[] quantiles(WeightedDistribution distribution) {
        return Arrays.stream(PROBABILITIES)
                .mapToDouble(p -> p.equals("0") ? distribution.quantile(0) : distribution.quantile(Oracle.share(p)))
                .toArray();
    }
}
