package dev.segmentation.core.ranking;

import java.util.stream.IntStream;

/** Ranks rows by their keys; 1 is best. */
public final class Ranking {

    private Ranking() {}

    /**
     * Gives competition ranks: equal rows share the best rank of theirs. The keys 9, 7, 7, 5 have the ranks 1, 2, 2, 4.
     *
     * @param keys one array a key, all of one length, compared one after the other; greater is better. Not changed and
     *     not kept.
     * @return one rank a row, from 1; 0 for a row with a {@code NaN}
     */
    public static int[] minRanks(double[][] keys) {
        int[] ranks = new int[keys[0].length];
        int[] best = IntStream.range(0, ranks.length)
                .filter(row -> isKnown(keys, row))
                .boxed()
                .sorted((a, b) -> compare(keys, b, a))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < best.length; i++) {
            boolean isTied = i > 0 && compare(keys, best[i - 1], best[i]) == 0;
            ranks[best[i]] = isTied ? ranks[best[i - 1]] : i + 1;
        }
        return ranks;
    }

    private static boolean isKnown(double[][] keys, int row) {
        for (double[] key : keys) {
            if (Double.isNaN(key[row])) {
                return false;
            }
        }
        return true;
    }

    private static int compare(double[][] keys, int a, int b) {
        for (double[] key : keys) {
            if (key[a] != key[b]) {
                return key[a] < key[b] ? -1 : 1;
            }
        }
        return 0;
    }
}
