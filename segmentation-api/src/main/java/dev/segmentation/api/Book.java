package dev.segmentation.api;

import java.util.List;

/**
 * The clients that are segmented together, as a scheme sees them: it answers questions about the whole.
 *
 * <p>The questions are such that a book in memory, a database or a cluster can answer them exactly and alike. Whoever
 * needs the clients one by one takes a {@link ClientBook}.
 */
public interface Book {

    /**
     * Gives the number of clients.
     *
     * @return 0 or more
     */
    long size();

    /**
     * Gives the measures that the book has, in its own order; a client may still miss a value.
     *
     * @return the measures, no two of one name
     */
    List<Measure> measures();

    /**
     * Says whether the book has a measure of this name.
     *
     * @param measure the measure
     * @return whether it is there
     */
    default boolean has(Measure measure) {
        return measures().stream().anyMatch(own -> own.name().equals(measure.name()));
    }

    /**
     * Gives the names of the texts that the book has, in its own order; a client may still miss one.
     *
     * @return the names; unless overridden, none
     */
    default List<String> attributes() {
        return List.of();
    }

    /**
     * Gives what is known of a measure over all clients; the same for any order of the clients, to the bit.
     *
     * @param measure a measure of the book
     * @return the summary
     * @throws IllegalArgumentException if the book does not have the measure
     */
    Summary summary(Measure measure);

    /**
     * Ranks the clients and cuts them by cumulative shares. Clients with an unknown key take no part.
     *
     * @param ordering what to rank by
     * @param shares where to cut, and what to do with ties
     * @return the cuts; of no clients, cuts that lie above everything
     * @throws IllegalArgumentException if the book lacks a measure of the ordering
     * @throws TiedCutException if a cut goes through equal clients and that is to be refused
     */
    Cutoffs cutoffs(Ordering ordering, TopShares shares);

    /**
     * Ranks the clients and cuts them by cumulative shares, rounded to nearest, ties going up together:
     * {@code book.cutoffs(Ordering.by(REVENUE), 0.10, 0.25, 0.50)}.
     *
     * @param ordering what to rank by
     * @param shares each in (0, 1], each greater than the one before
     * @return the cuts
     * @throws IllegalArgumentException if a share is outside (0, 1], they do not rise, or a measure is lacking
     */
    default Cutoffs cutoffs(Ordering ordering, double... shares) {
        return cutoffs(ordering, TopShares.of(shares));
    }

    /**
     * Ranks the clients and cuts them by cumulative shares of a total, such as the clients who together bring 80 % of
     * revenue. Clients with an unknown key or amount take no part.
     *
     * <p>Counted off from the best, {@link Rounding#CEILING} takes the client who crosses a share, {@link Rounding#FLOOR}
     * stops before, {@link Rounding#NEAREST} does what comes nearer.
     *
     * @param ordering what to rank by
     * @param total the measure that is added up
     * @param shares which shares of the total, and what to do with ties
     * @return the cuts
     * @throws IllegalArgumentException if the book lacks a measure, or the total is not above 0
     * @throws TiedCutException if a cut goes through equal clients and that is to be refused
     */
    Cutoffs cutoffsOfTotal(Ordering ordering, Measure total, TopShares shares);
}
