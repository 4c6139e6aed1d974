package dev.segmentation.api;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The outcome for a whole book: an assignment for every client, in the book's order.
 *
 * <pre>{@code
 * Segmentation result = FourS.scheme().segment(book);
 * result.forEach(a -> crm.setTier(a.clientId(), a.segment().name()));
 * }</pre>
 *
 * <p>Nothing is lost: a client that could not be judged is among the assignments, placed in {@link Segment#UNSCORED}
 * with the reason. Assignments are made when they are asked for.
 */
public interface Segmentation extends Iterable<Assignment> {

    /**
     * Gives the book that was segmented.
     *
     * @return the book
     */
    ClientBook book();

    /**
     * Gives what placed the clients, and places further ones without learning again.
     *
     * @return the segmenter
     */
    Segmenter segmenter();

    /**
     * Gives the segment of the client at a place of the book, at less cost than the whole assignment.
     *
     * @param index the client's place in the book, from 0
     * @return the segment, or {@link Segment#UNSCORED}
     * @throws IndexOutOfBoundsException if there is no such place
     */
    Segment segment(int index);

    /**
     * Gives the rank of the client at a place of the book.
     *
     * @param index the client's place in the book, from 0
     * @return where it stands, or nothing where it is unscored or the scheme does not rank
     * @throws IndexOutOfBoundsException if there is no such place
     */
    Optional<Standing> standing(int index);

    /**
     * Counts the clients in a segment.
     *
     * @param segment a segment of this segmentation, or {@link Segment#UNSCORED}
     * @return 0 or more
     * @throws IllegalArgumentException if it is no segment of this segmentation
     */
    long count(Segment segment);

    /**
     * Gives what is known of a measure over the clients in a segment.
     *
     * @param segment a segment of this segmentation, or {@link Segment#UNSCORED}
     * @param measure a measure of the book
     * @return the summary
     * @throws IllegalArgumentException if the segment or the measure is not known
     */
    Summary summary(Segment segment, Measure measure);

    /**
     * Gives the number of clients, unscored ones included.
     *
     * @return the size of the book
     */
    default int size() {
        return Math.toIntExact(book().size());
    }

    /**
     * Gives the segments, the best first.
     *
     * @return the scheme's segments; {@link Segment#UNSCORED} is not among them
     */
    default List<Segment> segments() {
        return segmenter().segments();
    }

    /**
     * Gives the assignment of the client at a place of the book.
     *
     * @param index the client's place in the book, from 0
     * @return the assignment
     * @throws IndexOutOfBoundsException if there is no such place
     */
    default Assignment assignment(int index) {
        return segmenter().assign(book().client(index));
    }

    /**
     * Gives the score of the client at a place of the book. A book in memory gives it at less cost than the whole assignment.
     *
     * @param index the client's place in the book, from 0
     * @return the value of the score of its assignment; {@code NaN} where it has none
     * @throws IndexOutOfBoundsException if there is no such place
     */
    default double score(int index) {
        return assignment(index).score().map(Score::value).orElse(Double.NaN);
    }

    /**
     * Says whether the rule leaves something about the client at a place of the book to a person. A book in memory
     * says so at less cost than the whole assignment.
     *
     * @param index the client's place in the book, from 0
     * @return whether a reason of its assignment {@linkplain Reason#needsAttention() needs attention}
     * @throws IndexOutOfBoundsException if there is no such place
     */
    default boolean needsAttention(int index) {
        return assignment(index).reasons().stream().anyMatch(Reason::needsAttention);
    }

    /**
     * Explains where the client at a place of the book is.
     *
     * @param index the client's place in the book, from 0
     * @return the explanation; unless overridden, the assignment alone
     * @throws IndexOutOfBoundsException if there is no such place
     */
    default Explanation explanation(int index) {
        return Explanation.of(assignment(index));
    }

    /**
     * Explains where a client of the book is.
     *
     * @param clientId the client's id
     * @return the explanation
     * @throws IllegalArgumentException if the book has no such client
     */
    default Explanation explain(String clientId) {
        return explanation(book().find(clientId)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there must be a client '" + clientId + "', but the book of " + size() + " has none")));
    }

    /**
     * Gives the share that a segment realised among the clients that were judged.
     *
     * @param segment a segment of this segmentation
     * @return from 0 to 1; {@code NaN} if no client was judged
     * @throws IllegalArgumentException if it is no segment of this segmentation
     */
    default double share(Segment segment) {
        if (!segment.isScored()) {
            throw new IllegalArgumentException("a share is that of a segment, but " + segment + " is none");
        }
        return (double) count(segment) / (size() - count(Segment.UNSCORED));
    }

    @Override
    default Iterator<Assignment> iterator() {
        return new Indexed<>(size(), this::assignment);
    }
}
