package dev.segmentation.api;

import java.util.List;

/**
 * A way of dividing a book of clients into segments; the interface that a scheme of one's own implements.
 *
 * <p>It learns from a whole book ({@link #fit}) and gives a {@link Segmenter} that places one client at a time:
 *
 * <pre>{@code
 * public final class TenureScheme implements SegmentationScheme {
 *     public static final Measure TENURE = Measure.of("tenure");
 *
 *     public String id() { return "acme.tenure"; }
 *     public String description() { return "By years with the practice."; }
 *     public List<Segment> segments() {
 *         return List.of(Segment.of("Loyal", 1), Segment.of("Settled", 2), Segment.of("New", 3));
 *     }
 *     public List<Requirement> requirements() { return List.of(Requirement.needs(TENURE)); }
 *     public Segmenter fit(Book book) {
 *         Ordering byTenure = Ordering.by(TENURE);
 *         return Segmenter.ranked(id(), segments(), byTenure, book.cutoffs(byTenure, 0.25, 0.75));
 *     }
 * }
 * }</pre>
 *
 * <p>{@link Schemes} finds it through {@link java.util.ServiceLoader} when its class is public, has a public constructor
 * without parameters, and is named in {@code META-INF/services} and, in a named module, by {@code provides}.
 */
public interface SegmentationScheme {

    /**
     * Gives the name that the scheme is found by: small letters and digits, with single dots and hyphens between.
     *
     * @return the id; without a dot it is one of this library's own, so use your domain: {@code acme.tenure}
     */
    String id();

    /**
     * Says in a sentence what the scheme does.
     *
     * @return the description; unless overridden, empty
     */
    default String description() {
        return "";
    }

    /**
     * Gives the segments, the best first.
     *
     * @return at least one segment, with orders 1, 2, 3 …
     */
    List<Segment> segments();

    /**
     * Gives what the scheme asks of the measures.
     *
     * @return the measures it needs or can use; empty if it asks for nothing
     */
    List<Requirement> requirements();

    /**
     * Gives the text attributes that the scheme reads where the book has them, so that an importer knows them.
     *
     * @return the names; unless overridden, none
     */
    default List<String> attributes() {
        return List.of();
    }

    /**
     * Gives what is set, as plain data that {@link #withSettings} reads: a start for whoever wants to change it.
     *
     * @return the settings; unless overridden, none
     */
    default Settings settings() {
        return Settings.empty();
    }

    /**
     * Gives the same scheme with other settings; what they do not name stays as it is.
     *
     * @param settings the settings; a scheme says which keys it knows
     * @return another scheme; unless overridden, this one, and any key is refused
     * @throws InvalidSettingsException if a key is not known or a value is refused
     */
    default SegmentationScheme withSettings(Settings settings) {
        settings.allow();
        return this;
    }

    /**
     * Gives back a segmenter of this scheme that was turned into plain data by {@link Segmenter#settings}: one that
     * places every client the same.
     *
     * @param settings what the segmenter gave
     * @return the segmenter; unless overridden, one that {@link Segmenter#ranked(String, List, Ordering, Cutoffs)} made
     * @throws InvalidSettingsException if it is not what a segmenter of this scheme gives
     */
    default Segmenter segmenter(Settings settings) {
        return Segmenter.ranked(id(), settings);
    }

    /**
     * Learns from a whole book.
     *
     * @param book the clients; it has every measure that {@link #requirements} needs
     * @return a small value that places one client at a time
     */
    Segmenter fit(Book book);

    /**
     * Checks the book against the requirements, learns from it and places every client of it.
     *
     * @param book the clients
     * @return the outcome
     * @throws IllegalArgumentException if the book lacks a measure that is needed, or has one with the other direction
     * @throws InvalidMeasureException if a client has a value that cannot be
     */
    default Segmentation segment(ClientBook book) {
        requirements().stream()
                .filter(requirement -> requirement.required() && !book.has(requirement.measure()))
                .findFirst()
                .ifPresent(lacking -> {
                    throw new IllegalArgumentException("scheme " + id() + " needs the measure " + lacking.measure()
                            + ", but the book has " + book.measures());
                });
        for (Requirement requirement : requirements()) {
            Measure needed = requirement.measure();
            book.measures().stream()
                    .filter(own -> own.name().equals(needed.name()) && own.direction() != needed.direction())
                    .findFirst()
                    .ifPresent(own -> {
                        throw new IllegalArgumentException("measure " + own + " must be " + needed.direction()
                                + " for scheme " + id() + ", but in the book it is " + own.direction());
                    });
        }
        book.check(requirements());
        return book.segment(fit(book));
    }
}
