package dev.segmentation.api;

import java.util.Map;
import java.util.Optional;

/**
 * One client, as the library sees it: an id, numbers and texts.
 *
 * <p>A vendor implements it over its own class, or maps its class with the accessor functions of a book in memory, or
 * makes one by {@link #of}. An implementation must answer the same as long as it is in use.
 */
public interface Client {

    /**
     * Gives what the caller knows the client by; unique within a book. It never takes part in a comparison.
     *
     * @return the id
     */
    String id();

    /**
     * Gives a number about the client.
     *
     * @param measure which number; looked up by its name
     * @return the number, or {@code NaN} where it is not known. Unknown is not zero.
     */
    double measure(Measure measure);

    /**
     * Gives a text about the client, such as an occupation.
     *
     * @param name which text
     * @return the text, or nothing where it is not known; unless overridden, nothing
     */
    default Optional<String> attribute(String name) {
        return Optional.empty();
    }

    /**
     * Gives a client made of plain values: {@code Client.of("C-9", Map.of(REVENUE, 12_000.0))}.
     *
     * @param id what the client is known by
     * @param measures the known numbers; one that is left out, or {@code NaN}, is unknown
     * @return the client
     */
    static Client of(String id, Map<Measure, Double> measures) {
        return new PlainClient(id, measures, Map.of());
    }

    /**
     * Gives a client made of plain values, texts included.
     *
     * @param id what the client is known by
     * @param measures the known numbers; one that is left out, or {@code NaN}, is unknown
     * @param attributes the known texts by name
     * @return the client
     */
    static Client of(String id, Map<Measure, Double> measures, Map<String, String> attributes) {
        return new PlainClient(id, measures, attributes);
    }
}
