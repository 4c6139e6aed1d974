package dev.segmentation.benchmarks;

import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Direction;
import dev.segmentation.api.TopShares;
import dev.segmentation.core.ranking.CutoffSearch;
import dev.segmentation.core.ranking.PercentRank;
import dev.segmentation.core.ranking.Ranking;
import dev.segmentation.core.ranking.TieMethod;
import dev.segmentation.core.ranking.TopShareCuts;
import dev.segmentation.core.ranking.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** This library. Columns are ranked from the smallest, as every peer does it; rows and tiers from the largest. */
final class Ours {

    private static final TopShares SHARES = TopShares.of(0.10, 0.25, 0.50);

    private Ours() {}

    static Ranker ranker(Ties ties, int threads) {
        return columns(threads).withTies(ties == Ties.AVERAGE ? TieMethod.AVERAGE : TieMethod.MIN)::ranks;
    }

    static double[] percentRanks(double[] values, int threads) {
        return columns(threads).percentRanks(values, PercentRank.PERCENT_RANK);
    }

    static double[] rowRanks(double[][] keys, int threads) {
        return on(threads, Ranking.withDefaults()).ranks(keys);
    }

    private static Ranking columns(int threads) {
        return on(threads, Ranking.withDefaults().withBest(Direction.LOWER_IS_BETTER));
    }

    private static Ranking on(int threads, Ranking ranking) {
        return threads == 1 ? ranking : ranking.withThreads(Threads.POOL, threads);
    }

    /** Ranks books where they lie, each thread with its own workspace that it keeps. */
    static double[] bookRanks(double[] books, int size, int threads, double[] result) {
        Ranking ranking = columns(1).withTies(TieMethod.AVERAGE);
        Threads.split(threads, books.length / size, (from, to) -> {
            Workspace workspace = new Workspace();
            for (int book = from; book < to; book++) {
                ranking.ranks(books, book * size, (book + 1) * size, result, workspace);
            }
        });
        return result;
    }

    /** Finds the cuts of an array in memory. */
    static Cutoffs cuts(double[] values, int threads) {
        double[][] keys = {values};
        return threads == 1 ? TopShareCuts.of(keys, SHARES) : TopShareCuts.of(keys, SHARES, Threads.POOL, threads);
    }

    /** Lays each column out as one partition a thread. */
    static List<double[][]> partitions(List<double[]> columns, int threads) {
        return columns.stream()
                .map(column -> IntStream.range(0, threads)
                        .mapToObj(part -> Arrays.copyOfRange(
                                column,
                                column.length / threads * part,
                                part + 1 == threads ? column.length : column.length / threads * (part + 1)))
                        .toArray(double[][]::new))
                .toList();
    }

    /** Finds the same cuts in passes of counting over partitions, a thread each. */
    static Cutoffs countedCuts(double[][] partitions) {
        CutoffSearch search = CutoffSearch.of(SHARES, 1);
        while (!search.isDone()) {
            CutoffSearch pass = search;
            CutoffSearch.Counts[] counts = new CutoffSearch.Counts[partitions.length];
            Threads.split(partitions.length, partitions.length, (from, to) -> {
                for (int part = from; part < to; part++) {
                    counts[part] = pass.counts();
                    counts[part].add(partitions[part]);
                }
            });
            for (int part = 1; part < counts.length; part++) {
                counts[0].merge(counts[part]);
            }
            search = pass.next(counts[0]);
        }
        return search.cutoffs();
    }

    static byte[] tiers(double[] values, int threads) {
        Cutoffs cutoffs = cuts(values, threads);
        byte[] tiers = new byte[values.length];
        Threads.split(threads, values.length, (from, to) -> cutoffs.tiers(values, from, to, tiers));
        return tiers;
    }

    /** Reads cuts as the truth is written. */
    static double[] read(Cutoffs cutoffs) {
        return cutoffs.cuts().stream().mapToDouble(cut -> cut.boundary().get(0)).toArray();
    }
}
