package dev.segmentation.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** What is measured: one benchmark class each. */
enum Task {
    RANKS(
            RanksBenchmark.class,
            RanksBenchmark.PEERS,
            "Ranks of a column, equal values sharing the mean of their places"),
    PERCENTILES(PercentilesBenchmark.class, PercentilesBenchmark.PEERS, "Percentiles of a column"),
    TIERS(TiersBenchmark.class, TiersBenchmark.PEERS, "Tier of each client, by the top 10 %, 25 % and 50 %"),
    CUTOFFS(CutoffsBenchmark.class, CutoffsBenchmark.PEERS, "Cut-offs of the top 10 %, 25 % and 50 % alone"),
    THREE_KEYS(ThreeKeysBenchmark.class, ThreeKeysBenchmark.PEERS, "Ranks by score, then revenue, then id") {
        @Override
        List<Column> columns(Level level) {
            return List.of(Column.SCORE);
        }
    },
    BOOKS(BooksBenchmark.class, BooksBenchmark.PEERS, "Ranks within 10,000 books of 1,000 clients, all of them") {
        @Override
        List<Integer> sizes(Level level) {
            return List.of(1_000);
        }

        @Override
        List<Column> columns(Level level) {
            return level == Level.SHORT ? List.of(Column.REVENUE) : level.columns();
        }

        @Override
        int total(Level level) {
            return level == Level.SMOKE ? 100_000 : 10_000_000;
        }

        @Override
        int clientsPerCall(int size, int total) {
            return total / size * size;
        }
    },
    SCHEMES(
            SchemesBenchmark.class,
            SchemesBenchmark.PEERS,
            "Each scheme learnt from a book and its clients placed, against the ranking core's labelling of one column") {
        @Override
        List<Integer> sizes(Level level) {
            return level == Level.SMOKE ? level.sizes() : List.of(100_000, 1_000_000);
        }

        @Override
        List<Column> columns(Level level) {
            return List.of(Column.REVENUE);
        }

        @Override
        List<Cell> cells(Level level) {
            return super.cells(level).stream().filter(Cell::isOneThread).toList();
        }
    };

    private final Class<? extends PeerBenchmark<?>> benchmark;

    @SuppressWarnings("ImmutableEnumChecker") // complete when its class is loaded
    private final Peers<?> peers;

    private final String title;

    Task(Class<? extends PeerBenchmark<?>> benchmark, Peers<?> peers, String title) {
        this.benchmark = benchmark;
        this.peers = peers;
        this.title = title;
    }

    Class<? extends PeerBenchmark<?>> benchmark() {
        return benchmark;
    }

    Peers<?> peers() {
        return peers;
    }

    String title() {
        return title;
    }

    List<Column> columns(Level level) {
        return level.columns();
    }

    List<Integer> sizes(Level level) {
        return level.sizes();
    }

    /** Gives about how many numbers all inputs of a cell have together. */
    int total(Level level) {
        return 1_000_000;
    }

    /** Gives how many clients one call ranks. */
    int clientsPerCall(int size, int total) {
        return size;
    }

    /** Gives the cells of the table, in its order. */
    List<Cell> cells(Level level) {
        List<Cell> cells = new ArrayList<>();
        for (int size : sizes(level)) {
            for (Column column : columns(level)) {
                for (int threads = 1; threads <= Threads.MOST; threads++) {
                    cells.add(new Cell(column, size, threads));
                }
            }
        }
        return cells;
    }
}
