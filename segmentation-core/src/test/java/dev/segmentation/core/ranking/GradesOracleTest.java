package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Direction;
import dev.segmentation.api.Share;
import dev.segmentation.core.ranking.Bins.OwnEdge;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Quadrants of two columns and thirds of one, made of quantiles, bins and buckets, against exact arithmetic. */
class GradesOracleTest {

    private static final Map<String, double[]> INPUTS = Oracle.inputs();

    @Test
    void quadrantsAreThoseOfExactArithmetic() {
        for (Oracle.Row row : Oracle.read("quadrants")) {
            double[] first = Objects.requireNonNull(INPUTS.get(row.text("first")), row::toString);
            double[] second = Objects.requireNonNull(INPUTS.get(row.text("second")), row::toString);
            Bins highFirst = highAndLow(row, first, "first_edge");
            Bins highSecond = highAndLow(row, second, "second_edge");
            String[] labels = IntStream.range(0, first.length)
                    .mapToObj(i -> Double.isNaN(first[i]) || Double.isNaN(second[i])
                            ? "--"
                            : "LH".substring(highFirst.bin(first[i])).substring(0, 1)
                                    + "LH".substring(highSecond.bin(second[i])).substring(0, 1))
                    .toArray(String[]::new);
            assertArrayEquals(row.texts("labels"), labels, row::toString);
        }
    }

    private static Bins highAndLow(Oracle.Row row, double[] values, String column) {
        double edge = switch (row.text("threshold")) {
            case "median" -> Distribution.of(values).quantile(QuantileType.LINEAR, 0.5);
            case "upper_quartile" -> Distribution.of(values).quantile(QuantileType.LINEAR, 0.75);
            default -> {
                assertEquals("mean", row.text("threshold"));
                SummaryAccumulator summary = new SummaryAccumulator();
                summary.add(values);
                yield summary.summary().mean();
            }
        };
        Oracle.assertClose(row.numbers(column), new double[] {edge}, row);
        return between(row.text("high_rule").equals("ge") ? OwnEdge.LOWER : OwnEdge.UPPER, edge);
    }

    private static Bins between(OwnEdge ownEdge, double... inner) {
        double[] edges = new double[inner.length + 2];
        Arrays.fill(edges, Double.POSITIVE_INFINITY);
        edges[0] = Double.NEGATIVE_INFINITY;
        System.arraycopy(inner, 0, edges, 1, inner.length);
        return Bins.withEdges(ownEdge, edges);
    }

    @Test
    void tercilesAreThoseOfExactArithmetic() {
        for (Oracle.Row row : Oracle.read("tercile_grades")) {
            double[] values = Oracle.input(INPUTS, row);
            double[] grades = switch (row.text("method")) {
                case "ntile_asc" -> thirds(values, Direction.LOWER_IS_BETTER);
                case "ntile_desc" -> thirds(values, Direction.HIGHER_IS_BETTER);
                case "type7_edge_in_lower" -> betweenQuantiles(row, values, OwnEdge.UPPER);
                default -> {
                    assertEquals("type7_edge_in_upper", row.text("method"));
                    yield betweenQuantiles(row, values, OwnEdge.LOWER);
                }
            };
            assertArrayEquals(row.numbers("grades"), grades, row::toString);
        }
    }

    /** The bucket of an unknown value is 0 here and -1 there. */
    private static double[] thirds(double[] values, Direction first) {
        return Arrays.stream(Ranking.withDefaults().withBest(first).buckets(values, 3))
                .mapToDouble(bucket -> bucket == 0 ? -1 : bucket)
                .toArray();
    }

    private static double[] betweenQuantiles(Oracle.Row row, double[] values, OwnEdge ownEdge) {
        Distribution distribution = Distribution.of(values);
        double lower = distribution.quantile(QuantileType.LINEAR, Share.of(1, 3));
        double upper = distribution.quantile(QuantileType.LINEAR, Share.of(2, 3));
        Oracle.assertClose(
                new double[] {row.number("lower_edge"), row.number("upper_edge")}, new double[] {lower, upper}, row);
        assertTrue(lower <= upper, row::toString);
        Bins bins = between(ownEdge, lower, upper);
        return Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? -1 : 1 + bins.bin(value))
                .toArray();
    }
}
