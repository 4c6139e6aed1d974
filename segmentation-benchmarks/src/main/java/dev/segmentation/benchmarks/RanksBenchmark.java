package dev.segmentation.benchmarks;

import java.util.List;

/**
 * Ranks of a whole column from the smallest; equal values share the mean of their places, unknown ones have none.
 *
 * <p>{@code Arrays.sort} gives no ranks: it is the yardstick of what a sort alone costs.
 */
public class RanksBenchmark extends ColumnBenchmark {

    static final Peers<double[]> PEERS = new Peers<double[]>()
            .with(Peers.OURS, cell -> true, (inputs, n) -> of(inputs, Ours.ranker(Ties.AVERAGE, n)))
            .with("Commons ranking", Cell::isOneThread, (inputs, n) -> of(inputs, Commons.ranker(Ties.AVERAGE)))
            .with("fastutil radix", cell -> true, (inputs, n) -> of(inputs, Fastutil.radix(Ties.AVERAGE, n)))
            .with("fastutil quick", cell -> true, (inputs, n) -> of(inputs, Fastutil.quick(Ties.AVERAGE, n)))
            .with("Smile", Cell::isOneThread, (inputs, n) -> of(inputs, Smile.ranker(Ties.AVERAGE)))
            .with("streams", cell -> true, (inputs, n) -> of(inputs, Streams.ranker(Ties.AVERAGE, n)))
            .with("DuckDB", cell -> true, DuckDb::averageRanks)
            .with(
                    "sort alone",
                    cell -> true,
                    (inputs, n) -> Contender.of(inputs, values -> JdkSort.sorted(values, n), JdkSort::readRanks));

    /** For JMH. */
    public RanksBenchmark() {}

    private static Contender of(List<double[]> inputs, Ranker ranker) {
        return Contender.of(inputs, ranker::ranks);
    }

    @Override
    Peers<double[]> peers() {
        return PEERS;
    }

    @Override
    double[] truth(double[] values) {
        return Truth.averageRanks(values);
    }
}
