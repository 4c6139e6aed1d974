package dev.segmentation.benchmarks;

import java.util.List;

/** A task on one column of numbers. */
public abstract class ColumnBenchmark extends PeerBenchmark<double[]> {

    /** For JMH. */
    protected ColumnBenchmark() {}

    @Override
    final List<double[]> inputs() {
        return column.inputs(size, total);
    }
}
