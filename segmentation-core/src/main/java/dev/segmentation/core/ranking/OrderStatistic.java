package dev.segmentation.core.ranking;

import org.jspecify.annotations.Nullable;

/**
 * What stands at a wanted position of the order.
 *
 * @param key the key there, the best value having the smallest key
 * @param better the number of elements strictly better
 * @param equal the number of elements equal to it, itself included
 */
record OrderStatistic(long key, long better, long equal) {
    // What a record does by itself is linked at first use, which takes longer than all that a short run does with it.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof OrderStatistic that
                        && key == that.key
                        && better == that.better
                        && equal == that.equal);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(key) + 31 * Long.hashCode(better);
    }
}
