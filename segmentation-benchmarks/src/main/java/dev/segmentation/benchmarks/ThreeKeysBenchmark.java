package dev.segmentation.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ranks of rows from the best by three keys: a score of few values, an amount that breaks its ties, and an id that breaks
 * the rest. The column of the cell is the first key.
 */
public class ThreeKeysBenchmark extends PeerBenchmark<double[][]> {

    static final Peers<double[][]> PEERS = new Peers<double[][]>()
            .with(Peers.OURS, cell -> true, (inputs, n) -> Contender.of(inputs, keys -> Ours.rowRanks(keys, n)))
            .with(
                    "fastutil comparing",
                    cell -> true,
                    (inputs, n) -> Contender.of(inputs, keys -> Fastutil.rowRanks(keys, n)))
            .with("streams", cell -> true, (inputs, n) -> Contender.of(inputs, keys -> Streams.rowRanks(keys, n)))
            .with("DuckDB", cell -> true, DuckDb::rowRanks);

    /** For JMH. */
    public ThreeKeysBenchmark() {}

    @Override
    Peers<double[][]> peers() {
        return PEERS;
    }

    @Override
    List<double[][]> inputs() {
        List<double[]> first = column.inputs(size, total);
        return IntStream.range(0, first.size())
                .mapToObj(i -> new double[][] {first.get(i), Column.REVENUE.make(size, -1 - i), ids(-1_000_000 - i)})
                .toList();
    }

    /** Gives each row a number of its own, in no order. */
    private double[] ids(long seed) {
        double[] order = Column.UNIFORM.make(size, seed);
        double[] ids = Truth.averageRanks(order);
        if (Arrays.stream(ids).anyMatch(id -> id != Math.rint(id))) {
            throw new IllegalStateException("ids must differ");
        }
        return ids;
    }

    @Override
    double[] truth(double[][] keys) {
        return Truth.rowRanks(keys);
    }
}
