package dev.segmentation.core.book;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A builder of a book that is filled client by client. */
public final class BookAppender {

    private final List<Measure> measures;
    private final double[][] columns;
    private final Ids ids = new Ids();
    private int capacity = 16;

    BookAppender(List<Measure> measures) {
        this.measures = List.copyOf(measures);
        this.columns = new double[measures.size()][capacity];
        Set<String> names = new HashSet<>();
        for (Measure measure : this.measures) {
            if (!names.add(measure.name())) {
                throw new IllegalArgumentException("measure '" + measure + "' is given twice");
            }
        }
    }

    /**
     * Adds a client.
     *
     * @param id the client's id
     * @param values one number a measure, in their order; {@code NaN} where it is unknown. Not kept.
     * @throws IllegalArgumentException if the number of values differs from that of the measures, or a client with that
     *     id was added before
     * @throws NullPointerException if the id is {@code null}; the message says which client's
     */
    public void add(String id, double... values) {
        if (values.length != columns.length) {
            throw new IllegalArgumentException("there must be " + columns.length + " values, but there are "
                    + values.length + " (client " + (ids.size() + 1) + ")");
        }
        int size = ids.size();
        ids.add(Objects.requireNonNull(id, () -> "the id of client " + (size + 1) + " must not be null"));
        if (size == capacity) {
            capacity = Math.addExact(size, size >> 1);
            for (int m = 0; m < columns.length; m++) {
                columns[m] = Arrays.copyOf(columns[m], capacity);
            }
        }
        for (int m = 0; m < columns.length; m++) {
            columns[m][size] = values[m];
        }
    }

    /**
     * Finds a client by its id.
     *
     * @param id the id
     * @return its place among those added, from 0, or nothing
     */
    public Optional<Integer> find(String id) {
        return ids.find(id);
    }

    /**
     * Gives the number of clients added.
     *
     * @return 0 or more
     */
    public int size() {
        return ids.size();
    }

    /**
     * Gives the book of the clients added so far.
     *
     * @return the book
     */
    public ClientBook build() {
        return build(Map.of());
    }

    ClientBook build(Map<String, List<@Nullable String>> texts) {
        double[][] trimmed = new double[columns.length][];
        for (int m = 0; m < columns.length; m++) {
            trimmed[m] = Arrays.copyOf(columns[m], ids.size());
        }
        return new ColumnBook(ids.trimmed(), measures, trimmed, texts);
    }
}
