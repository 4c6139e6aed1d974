package dev.segmentation.api;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What a scheme learnt from a book: small, immutable, serializable, and a pure function of one client.
 *
 * <p>It can be stored, sent elsewhere, and applied to a client who came after the book was fitted.
 */
public interface Segmenter extends Serializable {

    /**
     * Says which scheme made it.
     *
     * @return the id of the scheme
     */
    String schemeId();

    /**
     * Gives the segments that it places clients in, the best first.
     *
     * @return at least one segment, ordered from 1 upwards
     */
    List<Segment> segments();

    /**
     * Gives what placing a client asks of its measures, for a form that collects them, and for the search of the change
     * that would move a client.
     *
     * @return the measures; unless overridden, none
     */
    default List<Requirement> requirements() {
        return List.of();
    }

    /**
     * Gives the text attributes that placing a client reads.
     *
     * @return the names; unless overridden, none
     */
    default List<String> attributes() {
        return List.of();
    }

    /**
     * Gives all that was learnt as plain data, to be stored; {@link SegmentationScheme#segmenter} reads it.
     *
     * @return the settings
     * @throws UnsupportedOperationException unless overridden
     */
    default Settings settings() {
        throw new UnsupportedOperationException("a segmenter of scheme " + schemeId() + " cannot be plain data");
    }

    /**
     * Says whether the scheme lets a client move between two segments at a review. A move that it does not let is
     * proposed and not made.
     *
     * @param from where the client was
     * @param to where the rule puts it
     * @return unless overridden, {@code true}
     */
    default boolean allows(Segment from, Segment to) {
        return true;
    }

    /**
     * Places one client. The same client gets the same assignment, whenever and on whichever thread it is asked.
     *
     * @param client the client
     * @return its assignment; to {@link Segment#UNSCORED} where something that is needed is unknown
     * @throws InvalidMeasureException if a measure of the client has a value that cannot be
     */
    Assignment assign(Client client);

    /**
     * Gives what the clients are ranked by, where they are ranked.
     *
     * @return the ordering; unless overridden, nothing
     */
    default Optional<Ordering> ordering() {
        return Optional.empty();
    }

    /**
     * Gives the cuts between the segments, where there are cuts: the first lies between the best segment and the next.
     *
     * @return the cuts; unless overridden, nothing
     */
    default Optional<Cutoffs> cutoffs() {
        return Optional.empty();
    }

    /**
     * Gives a segmenter that places clients between the cuts of an ordering.
     *
     * <pre>{@code
     * Ordering byTenure = Ordering.by(TENURE);
     * return Segmenter.ranked(id(), segments(), byTenure, book.cutoffs(byTenure, 0.25, 0.75));
     * }</pre>
     *
     * @param schemeId the id of the scheme
     * @param segments one more than there are cuts, the best first; copied
     * @param ordering what the cuts were made by
     * @param cutoffs the cuts
     * @return the segmenter
     * @throws IllegalArgumentException if the numbers of segments and cuts do not fit
     */
    static Segmenter ranked(String schemeId, List<Segment> segments, Ordering ordering, Cutoffs cutoffs) {
        return new RankedSegmenter(schemeId, segments, ordering, cutoffs);
    }

    /**
     * Gives back what {@link #ranked} made, from the plain data that it gave by {@link #settings}.
     *
     * @param schemeId the id of the scheme
     * @param settings the plain data
     * @return a segmenter that places every client the same
     * @throws InvalidSettingsException if something is not there or refused
     */
    static Segmenter ranked(String schemeId, Settings settings) {
        return RankedSegmenter.from(schemeId, settings);
    }
}
