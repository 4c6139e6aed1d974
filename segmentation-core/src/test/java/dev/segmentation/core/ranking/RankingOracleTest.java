package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Direction;
import dev.segmentation.core.ranking.EqualCountBins.CoincidingEdges;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ranks, percent ranks and buckets against SciPy, pandas, R, data.table, PostgreSQL, SQLite and dplyr. */
class RankingOracleTest {

    private static final Map<String, double[]> INPUTS = Oracle.inputs();
    private static final Map<String, TieMethod> METHODS = Map.of(
            "average", TieMethod.AVERAGE,
            "min", TieMethod.MIN,
            "max", TieMethod.MAX,
            "dense", TieMethod.DENSE,
            "ordinal", TieMethod.ORDINAL,
            "first", TieMethod.ORDINAL,
            "frank_dense", TieMethod.DENSE,
            "frank_average", TieMethod.AVERAGE);

    @Test
    void ranksAreThoseOfSciPy() {
        for (Oracle.Row row : Oracle.read("ranks_scipy")) {
            boolean isPoisoned = List.of("inf_both", "inf_all").contains(row.text("case"))
                    || row.text("nan_policy").equals("propagate");
            if (isPoisoned) {
                continue; // disagreement 3 of the oracle's README; and one NaN makes all NaN
            }
            Ranking ranking =
                    Ranking.withDefaults().withBest(Direction.LOWER_IS_BETTER).withTies(method(row));
            assertArrayEquals(row.numbers("ranks"), ranking.ranks(Oracle.input(INPUTS, row)), row::toString);
        }
    }

    @Test
    void ranksAreThoseOfPandas() {
        Map<String, NaNPolicy> policies = Map.of(
                "none", NaNPolicy.REFUSE, "keep", NaNPolicy.KEEP, "top", NaNPolicy.BEST, "bottom", NaNPolicy.WORST);
        for (Oracle.Row row : Oracle.read("ranks_pandas")) {
            double[] values = Oracle.input(INPUTS, row);
            Direction best = row.text("order").equals("asc") ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER;
            Ranking ranking = Ranking.withDefaults()
                    .withBest(best)
                    .withTies(method(row))
                    .withNaN(Objects.requireNonNull(policies.get(row.text("na_option"))));
            double[] ranks = ranking.ranks(values);
            if (row.text("scale").equals("pct")) {
                double count =
                        Arrays.stream(ranks).filter(rank -> !Double.isNaN(rank)).count();
                double most = Arrays.stream(ranks)
                        .filter(rank -> !Double.isNaN(rank))
                        .max()
                        .orElse(1);
                double whole = method(row) == TieMethod.DENSE ? most : count;
                ranks = Arrays.stream(ranks).map(rank -> rank / whole).toArray();
                Oracle.assertClose(row.numbers("ranks"), ranks, row);
            } else {
                assertArrayEquals(row.numbers("ranks"), ranks, row::toString);
            }
        }
    }

    @Test
    void ranksAreThoseOfR() {
        int compared = 0;
        for (Oracle.Row row : Oracle.read("ranks_r")) {
            boolean tiesMissing =
                    row.text("na_last").equals("TRUE") || row.text("na_last").equals("FALSE");
            boolean isFrank = row.text("method").startsWith("frank");
            // R does not tie missing values, and "last" is no method here: disagreement 1.
            if (row.text("method").equals("last") || (tiesMissing && !isFrank)) {
                continue;
            }
            NaNPolicy policy = switch (row.text("na_last")) {
                case "TRUE" -> NaNPolicy.WORST;
                case "FALSE" -> NaNPolicy.BEST;
                default -> NaNPolicy.KEEP;
            };
            Ranking ranking = Ranking.withDefaults()
                    .withBest(Direction.LOWER_IS_BETTER)
                    .withTies(method(row))
                    .withNaN(policy);
            assertArrayEquals(row.numbers("ranks"), ranking.ranks(Oracle.input(INPUTS, row)), row::toString);
            compared++;
        }
        assertTrue(compared > 100, "compared " + compared);
    }

    @Test
    void windowFunctionsAreThoseOfSqlAndDplyr() {
        int compared = 0;
        for (Oracle.Row row : Oracle.read("window_functions")) {
            boolean isAscending = row.text("order").equals("asc");
            NaNPolicy policy = switch (row.text("nan_as")) {
                case "na" -> NaNPolicy.KEEP;
                case "nan" -> isAscending ? NaNPolicy.WORST : NaNPolicy.BEST;
                case "null" -> nullsLast(row, isAscending) ? NaNPolicy.WORST : NaNPolicy.BEST;
                default -> NaNPolicy.REFUSE;
            };
            Ranking ranking = Ranking.withDefaults()
                    .withBest(isAscending ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER)
                    .withNaN(policy);
            double[] values = Oracle.input(INPUTS, row);
            String function = row.text("function");
            double[] expected = row.numbers("values");
            if (function.equals("percent_rank") && Arrays.stream(expected).allMatch(Double::isNaN)) {
                continue; // dplyr's answer where one value alone is known: disagreement 2
            }
            double[] actual = switch (function) {
                case "rank" -> ranking.ranks(values);
                case "dense_rank" -> ranking.withTies(TieMethod.DENSE).ranks(values);
                case "row_number" -> ranking.withTies(TieMethod.ORDINAL).ranks(values);
                case "percent_rank" -> ranking.percentRanks(values, PercentRank.PERCENT_RANK);
                case "cume_dist" -> ranking.percentRanks(values, PercentRank.CUME_DIST);
                default -> buckets(ranking, values, Integer.parseInt(function.substring("ntile".length())));
            };
            Oracle.assertClose(expected, actual, row);
            compared++;
        }
        assertTrue(compared > 1000, "compared " + compared);
    }

    /** PostgreSQL puts NULL behind all when rising, SQLite before all; when falling the other way round. */
    private static boolean nullsLast(Oracle.Row row, boolean isAscending) {
        return row.names("engines", "postgresql") == isAscending;
    }

    private static double[] buckets(Ranking ranking, double[] values, int k) {
        return Arrays.stream(ranking.buckets(values, k))
                .mapToDouble(bucket -> bucket == 0 ? Double.NaN : bucket)
                .toArray();
    }

    @Test
    void bucketsHaveTheSizesOfNtile() {
        for (Oracle.Row row : Oracle.read("bucket_sizes")) {
            int n = Integer.parseInt(row.text("n"));
            int k = Integer.parseInt(row.text("k"));
            assertEquals(row.text("ntile"), row.text("numpy_array_split"), row::toString);
            double[] sizes = new double[k];
            for (int bucket : Ranking.withDefaults()
                    .buckets(IntStream.range(0, n).asDoubleStream().toArray(), k)) {
                sizes[bucket - 1]++;
            }
            assertArrayEquals(row.numbers("ntile"), sizes, row::toString);
        }
    }

    /** Where an edge is one of the values, rounding puts it a bit above or below in pandas, and not here. */
    @Test
    void binsOfEqualCountsHaveTheSizesOfPandas() {
        for (Oracle.Row row : Oracle.read("bucket_sizes")) {
            int n = Integer.parseInt(row.text("n"));
            int k = Integer.parseInt(row.text("k"));
            double[] values = IntStream.range(0, n).asDoubleStream().toArray();
            double[] sizes = new double[k];
            boolean isBetweenValues = IntStream.range(1, k).noneMatch(i -> (n - 1) * i % k == 0);
            if (n > 1 && isBetweenValues) {
                EqualCountBins bins = EqualCountBins.of(Distribution.of(values), k, CoincidingEdges.REFUSE);
                for (double value : values) {
                    sizes[bins.bin(value)]++;
                }
                assertArrayEquals(row.numbers("pandas_qcut_of_0_to_n_minus_1"), sizes, row::toString);
            }
        }
    }

    @Test
    void rowsOfSeveralKeysRankAsInSql() {
        Map<String, double[][]> inputs = Oracle.keys();
        for (Oracle.Row row : Oracle.read("multikey_ranks")) {
            double[][] keys = Objects.requireNonNull(inputs.get(row.text("case")));
            Ranking ranking = Ranking.withDefaults().withNaN(NaNPolicy.WORST);
            // What ranks alone decide follows from them: ranks of ranks are the ranks.
            Ranking byRank = ranking.withBest(Direction.LOWER_IS_BETTER);
            double[] ranks = ranking.ranks(keys);
            String function = row.text("function");
            double[] actual = switch (function) {
                case "rank" -> ranks;
                case "dense_rank" -> ranking.withTies(TieMethod.DENSE).ranks(keys);
                case "row_number" -> ranking.withTies(TieMethod.ORDINAL).ranks(keys);
                case "percent_rank" -> byRank.percentRanks(ranks, PercentRank.PERCENT_RANK);
                case "cume_dist" -> byRank.percentRanks(ranks, PercentRank.CUME_DIST);
                default -> buckets(byRank, ranks, Integer.parseInt(function.substring("ntile".length())));
            };
            assertArrayEquals(row.numbers("values"), actual, row::toString);
        }
    }

    private static TieMethod method(Oracle.Row row) {
        return Objects.requireNonNull(METHODS.get(row.text("method")), row::toString);
    }

    /** The average rank of an own value, counted from the least, as a percent: SciPy's kind "rank". */
    @Test
    void averageRanksArePercentilesOfKindRank() {
        Ranking ranking =
                Ranking.withDefaults().withBest(Direction.LOWER_IS_BETTER).withTies(TieMethod.AVERAGE);
        for (Oracle.Row row : Oracle.read("percentileofscore")) {
            double[] values = Oracle.input(INPUTS, row);
            List<Double> own =
                    Arrays.stream(values).map(value -> value + 0.0).boxed().toList();
            double[] ranks = ranking.ranks(values);
            double n =
                    Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
            double[] scores = row.numbers("scores");
            double[] expected = row.numbers("rank");
            for (int i = 0; i < scores.length; i++) {
                int place = own.indexOf(scores[i] + 0.0);
                if (place >= 0 && !Double.isNaN(scores[i])) {
                    double[] one = {expected[i]};
                    Oracle.assertClose(one, new double[] {100 * ranks[place] / n}, row);
                }
            }
        }
    }
}
