package dev.segmentation.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A client that holds its own values. */
final class PlainClient implements Client {

    private final String id;
    private final Map<String, Double> measures;
    private final Map<String, String> attributes;

    PlainClient(String id, Map<Measure, Double> measures, Map<String, String> attributes) {
        this.id = Objects.requireNonNull(id, "id");
        Map<String, Double> byName = new HashMap<>();
        measures.forEach((measure, value) -> {
            if (byName.put(measure.name(), value) != null) {
                throw new IllegalArgumentException("measure '" + measure + "' is given twice");
            }
        });
        this.measures = Map.copyOf(byName);
        this.attributes = Map.copyOf(attributes);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public double measure(Measure measure) {
        Double value = measures.get(measure.name());
        return value == null ? Double.NaN : value;
    }

    @Override
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** Gives the id alone: the values are the client's own. */
    @Override
    public String toString() {
        return "Client[" + id + "]";
    }
}
