package dev.segmentation.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Those who do one task, ours first; the order is that of the columns in the tables and of the runs. */
final class Peers<I> {

    /** The name of this library among its peers. */
    static final String OURS = "Segmentation";

    private final Map<String, Peer<I>> peers = new LinkedHashMap<>();

    private record Peer<I>(Predicate<Cell> enters, BiFunction<List<I>, Integer, Contender> contender) {}

    /**
     * Adds a peer.
     *
     * @param enters the cells it runs in
     * @param contender makes it from its inputs and the number of threads
     */
    Peers<I> with(String name, Predicate<Cell> enters, BiFunction<List<I>, Integer, Contender> contender) {
        peers.put(name, new Peer<>(enters, contender));
        return this;
    }

    /** Gives the names of those who run in a cell. */
    List<String> in(Cell cell) {
        return peers.entrySet().stream()
                .filter(peer -> peer.getValue().enters().test(cell))
                .map(Map.Entry::getKey)
                .toList();
    }

    Contender enter(String name, List<I> inputs, int threads) {
        Peer<I> peer = peers.get(name);
        if (peer == null) {
            throw new IllegalArgumentException("peer must be one of " + peers.keySet() + ", but was " + name);
        }
        return peer.contender().apply(inputs, threads);
    }
}
