package dev.segmentation.core.book;

import dev.segmentation.api.Ordering;

/** A number made of a client that can also be made of all clients at once, at less cost. */
public interface ColumnFunction extends Ordering.ScoreFunction {

    /**
     * Gives the number of every client.
     *
     * @param columns the clients
     * @return for each client what {@link #score} gives, to the bit
     */
    double[] scores(Columns columns);
}
