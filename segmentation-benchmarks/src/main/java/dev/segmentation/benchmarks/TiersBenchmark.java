package dev.segmentation.benchmarks;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The tier of each value, for tiers of the top 10 %, 25 % and 50 %; equal values go up together, unknown ones have none.
 *
 * <p>The peers only find the bounds; a plain loop labels the values by them, and is timed with them.
 */
public class TiersBenchmark extends ColumnBenchmark {

    static final Peers<double[]> PEERS = new Peers<double[]>()
            .with(
                    Peers.OURS,
                    cell -> true,
                    (inputs, n) -> Contender.of(
                            inputs, values -> Ours.tiers(values, n), (values, tiers) -> TopPlaces.read(tiers)))
            .with("Commons quantile", Cell::isOneThread, (inputs, n) -> by(inputs, n, Commons::quantiles))
            .with("Commons selection", Cell::isOneThread, (inputs, n) -> by(inputs, n, Commons::selection))
            .with("Guava", Cell::suitsGuava, (inputs, n) -> by(inputs, n, Guava::quantiles))
            .with("sort", cell -> true, (inputs, n) -> by(inputs, n, values -> JdkSort.cutoffs(values, n)))
            .with("streams", cell -> true, (inputs, n) -> by(inputs, n, values -> Streams.cutoffs(values, n)))
            .with("DuckDB", cell -> true, DuckDb::tiers);

    /** For JMH. */
    public TiersBenchmark() {}

    private static Contender by(List<double[]> inputs, int threads, UnaryOperator<double[]> cutoffs) {
        return Contender.of(
                inputs,
                values -> TopPlaces.label(values, cutoffs.apply(values), threads),
                (values, tiers) -> TopPlaces.read(tiers));
    }

    @Override
    Peers<double[]> peers() {
        return PEERS;
    }

    @Override
    double[] truth(double[] values) {
        return Truth.tiers(values);
    }
}
