package dev.segmentation.core.book;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A builder of a book of the caller's own objects.
 *
 * @param <T> the caller's class
 */
public final class BookBuilder<T> {

    private final Iterable<? extends T> clients;
    private final Function<? super T, String> id;
    private final Map<Measure, ToDoubleFunction<? super T>> measures = new LinkedHashMap<>();
    private final Map<String, Function<? super T, ? extends @Nullable String>> attributes = new LinkedHashMap<>();

    BookBuilder(Iterable<? extends T> clients, Function<? super T, String> id) {
        this.clients = Objects.requireNonNull(clients, "clients");
        this.id = Objects.requireNonNull(id, "id");
    }

    /**
     * Adds a measure.
     *
     * @param measure the measure
     * @param value gives the number of one client; {@code NaN} where it is unknown
     * @return this builder
     * @throws IllegalArgumentException if the builder has a measure of that name
     */
    public BookBuilder<T> measure(Measure measure, ToDoubleFunction<? super T> value) {
        if (measures.keySet().stream().anyMatch(own -> own.name().equals(measure.name()))) {
            throw new IllegalArgumentException("measure '" + measure + "' is given twice");
        }
        measures.put(measure, Objects.requireNonNull(value, "value"));
        return this;
    }

    /**
     * Adds a measure that may be absent in the caller's class.
     *
     * @param measure the measure
     * @param value gives the number of one client; {@code null} where it is unknown
     * @return this builder
     * @throws IllegalArgumentException if the builder has a measure of that name
     */
    public BookBuilder<T> optionalMeasure(Measure measure, Function<? super T, ? extends @Nullable Number> value) {
        Objects.requireNonNull(value, "value");
        return measure(measure, client -> {
            Number number = value.apply(client);
            return number == null ? Double.NaN : number.doubleValue();
        });
    }

    /**
     * Adds a measure that is yes or no in the caller's class: 1 for yes, 0 for no.
     *
     * @param measure the measure
     * @param value answers for one client; {@code null} where it is unknown
     * @return this builder
     * @throws IllegalArgumentException if the builder has a measure of that name
     */
    public BookBuilder<T> flag(Measure measure, Function<? super T, ? extends @Nullable Boolean> value) {
        Objects.requireNonNull(value, "value");
        return measure(measure, client -> {
            Boolean answer = value.apply(client);
            return answer == null ? Double.NaN : answer ? 1 : 0;
        });
    }

    /**
     * Adds a text attribute.
     *
     * @param name what it is called
     * @param value gives the text of one client; {@code null} where it is unknown
     * @return this builder
     * @throws IllegalArgumentException if the builder has an attribute of that name
     */
    public BookBuilder<T> attribute(String name, Function<? super T, ? extends @Nullable String> value) {
        Objects.requireNonNull(name, "name");
        if (attributes.putIfAbsent(name, Objects.requireNonNull(value, "value")) != null) {
            throw new IllegalArgumentException("attribute '" + name + "' is given twice");
        }
        return this;
    }

    /**
     * Asks every object for its values and gives the book. Costs 8 bytes a measure and client, and the ids.
     *
     * @return the book
     * @throws IllegalArgumentException if two clients have the same id, or an accessor failed; the message says for which
     *     measure and client
     * @throws NullPointerException if an id is {@code null}; the message says which client's
     */
    public ClientBook build() {
        BookAppender book = Books.appender(List.copyOf(measures.keySet()), List.copyOf(attributes.keySet()));
        List<ToDoubleFunction<? super T>> accessors = List.copyOf(measures.values());
        double[] row = new double[accessors.size()];
        List<@Nullable String> texts = new ArrayList<>();
        for (T client : clients) {
            for (int m = 0; m < row.length; m++) {
                row[m] = value(accessors.get(m), client, m, book.size());
            }
            texts.clear();
            attributes.values().forEach(text -> texts.add(text.apply(client)));
            book.add(id.apply(client), row, texts);
        }
        return book.build();
    }

    /** An accessor that unboxes null throws an exception that names neither the measure nor the client. */
    private double value(ToDoubleFunction<? super T> accessor, T client, int measure, int index) {
        try {
            return accessor.applyAsDouble(client);
        } catch (RuntimeException failure) {
            Measure failed = List.copyOf(measures.keySet()).get(measure);
            throw new IllegalArgumentException(
                    "measure " + failed + " of client " + (index + 1)
                            + " must be a number or NaN, but reading it failed"
                            + " (for one that may be null there is optionalMeasure)",
                    failure);
        }
    }

    /** Gives one line: {@code BookBuilder[4 measures, 1 attributes]}. */
    @Override
    public String toString() {
        return "BookBuilder[" + measures.size() + " measures, " + attributes.size() + " attributes]";
    }
}
