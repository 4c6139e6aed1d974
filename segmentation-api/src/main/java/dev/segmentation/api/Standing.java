package dev.segmentation.api;

import java.io.Serializable;

/**
 * Where a client stands among the ranked clients of its book.
 *
 * <p>Of the keys 9, 7, 7, 5 the client with 9 has rank 1 and percentile 100, those with 7 have rank 2 and percentile 75,
 * the one with 5 has rank 4 and percentile 25.
 *
 * @param rank 1 is best; equal clients share the best rank of theirs
 * @param of how many clients are ranked
 */
public record Standing(long rank, long of) implements Serializable {

    /**
     * Checks the parts.
     *
     * @param rank see {@link #rank()}
     * @param of see {@link #of()}
     * @throws IllegalArgumentException if the rank is not from 1 to the number of clients
     */
    public Standing {
        if (rank < 1 || rank > of) {
            throw new IllegalArgumentException("the rank must be from 1 to " + of + ", but was " + rank);
        }
    }

    /**
     * Gives the percent of the ranked clients that are at or below this one.
     *
     * @return above 0; the best has 100
     */
    public double percentile() {
        return 100.0 * (of - rank + 1) / of;
    }
}
