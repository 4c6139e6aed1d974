package dev.segmentation.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** How much is measured, and how long. */
enum Level {
    /** Shows that all runs; its figures mean nothing. */
    SMOKE(ImmutableList.of(100_000), ImmutableList.of(Column.SOME_UNKNOWN), 1, 1, 50),
    /** Some ten to fifteen minutes. */
    SHORT(ImmutableList.of(100_000, 1_000_000), ImmutableList.of(Column.REVENUE, Column.SCORE), 3, 5, 150),
    /** Ten million clients, revenue: some half an hour. */
    LARGE(ImmutableList.of(10_000_000), ImmutableList.of(Column.REVENUE), 2, 3, 500),
    /** All sizes and shapes: many hours. */
    FULL(ImmutableList.of(1_000, 100_000, 1_000_000, 10_000_000), ImmutableList.copyOf(Column.values()), 3, 7, 1_000);

    private final ImmutableList<Integer> sizes;
    private final ImmutableList<Column> columns;
    private final int warmups;
    private final int iterations;
    private final int milliseconds;

    Level(ImmutableList<Integer> sizes, ImmutableList<Column> columns, int warmups, int iterations, int milliseconds) {
        this.sizes = sizes;
        this.columns = columns;
        this.warmups = warmups;
        this.iterations = iterations;
        this.milliseconds = milliseconds;
    }

    List<Integer> sizes() {
        return sizes;
    }

    List<Column> columns() {
        return columns;
    }

    int warmups() {
        return warmups;
    }

    int iterations() {
        return iterations;
    }

    /** Gives how long an iteration takes at least; one call that takes longer is an iteration of its own. */
    int milliseconds() {
        return milliseconds;
    }
}
