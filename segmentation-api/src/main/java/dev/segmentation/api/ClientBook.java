package dev.segmentation.api;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A book whose clients can be walked, one by one in the order they were given; so it can be segmented. */
public interface ClientBook extends Book, Iterable<Client> {

    /**
     * Gives the client at a place.
     *
     * @param index 0 or more, below {@link #size()}
     * @return the client
     * @throws IndexOutOfBoundsException if there is no such place
     */
    Client client(int index);

    /**
     * Finds a client by its id.
     *
     * @param id the id
     * @return its place, or nothing
     */
    Optional<Integer> find(String id);

    /**
     * Refuses the first client of whom a value makes no sense to a scheme.
     *
     * @param requirements what the scheme asks
     * @throws InvalidMeasureException if a value is refused
     */
    default void check(List<Requirement> requirements) {
        List<Requirement> checks = requirements.stream()
                .filter(requirement -> !requirement.acceptsAll() && has(requirement.measure()))
                .toList();
        if (!checks.isEmpty()) {
            for (Client client : this) {
                checks.forEach(check -> check.check(client));
            }
        }
    }

    /**
     * Places every client with a segmenter, whichever book that was learnt from.
     *
     * @param segmenter places one client
     * @return the outcome for the whole book
     */
    Segmentation segment(Segmenter segmenter);

    @Override
    default Iterator<Client> iterator() {
        return new Indexed<>(Math.toIntExact(size()), this::client);
    }
}
