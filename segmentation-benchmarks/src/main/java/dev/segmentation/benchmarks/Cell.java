package dev.segmentation.benchmarks;

/** One cell of a table: what the peers in it are compared on. */
record Cell(Column column, int size, int threads) {

    boolean isOneThread() {
        return threads == 1;
    }

    /** Guava's quantiles take quadratic time where many are equal, and are slow on long sorted columns. */
    boolean suitsGuava() {
        return isOneThread() && column != Column.SCORE && !(column == Column.SORTED && size >= 10_000_000);
    }
}
