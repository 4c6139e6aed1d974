package dev.segmentation.benchmarks;

import java.util.List;

/**
 * Which part of the others is smaller than each value: SQL's {@code percent_rank}.
 *
 * <p>"ranks alone" is this library without the fraction: the difference is what the fraction costs.
 */
public class PercentilesBenchmark extends ColumnBenchmark {

    static final Peers<double[]> PEERS = new Peers<double[]>()
            .with(Peers.OURS, cell -> true, (inputs, n) -> Contender.of(inputs, values -> Ours.percentRanks(values, n)))
            .with("ranks alone", cell -> true, (inputs, n) -> ranksAlone(inputs, Ours.ranker(Ties.BEST, n)))
            .with("Commons ranking", Cell::isOneThread, (inputs, n) -> of(inputs, Commons.ranker(Ties.BEST)))
            .with("fastutil radix", cell -> true, (inputs, n) -> of(inputs, Fastutil.radix(Ties.BEST, n)))
            .with("streams", cell -> true, (inputs, n) -> of(inputs, Streams.ranker(Ties.BEST, n)))
            .with("DuckDB", cell -> true, DuckDb::percentRanks);

    /** For JMH. */
    public PercentilesBenchmark() {}

    private static Contender of(List<double[]> inputs, Ranker ranker) {
        return Contender.of(inputs, ranker::percentRanks);
    }

    private static Contender ranksAlone(List<double[]> inputs, Ranker ranker) {
        return Contender.of(inputs, ranker::ranks, (values, ranks) -> {
            Ranker done = column -> ranks;
            return done.percentRanks(values);
        });
    }

    @Override
    Peers<double[]> peers() {
        return PEERS;
    }

    @Override
    double[] truth(double[] values) {
        return Truth.percentRanks(values);
    }
}
