package dev.segmentation.core.book;

import dev.segmentation.api.Segmenter;

/** A segmenter that can also place all clients of a book in memory at once, at less cost. */
public interface ColumnSegmenter extends Segmenter {

    /**
     * Gives the place of every client.
     *
     * @param columns the clients
     * @return for each client the place of its segment in {@link #segments}, from 0, or their number for one that is left
     *     unscored: what {@link #assign} gives
     */
    int[] places(Columns columns);
}
