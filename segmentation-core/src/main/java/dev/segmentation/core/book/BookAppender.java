package dev.segmentation.core.book;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A builder of a book that is filled client by client. */
public final class BookAppender {

    private final List<Measure> measures;
    private final List<String> attributes;
    private final TextColumn.Appender[] texts;
    private final NumberColumn.Appender[] columns;
    private final Ids ids = new Ids();

    BookAppender(List<Measure> measures, List<String> attributes) {
        this.measures = List.copyOf(measures);
        this.attributes = List.copyOf(attributes);
        this.texts = Stream.generate(TextColumn.Appender::new)
                .limit(attributes.size())
                .toArray(TextColumn.Appender[]::new);
        if (Set.copyOf(attributes).size() < attributes.size()) {
            throw new IllegalArgumentException("attributes must differ, but are " + attributes);
        }
        this.columns = Stream.generate(NumberColumn.Appender::new)
                .limit(measures.size())
                .toArray(NumberColumn.Appender[]::new);
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
        add(id, values, Collections.nCopies(texts.length, null));
    }

    /**
     * Adds a client with its texts.
     *
     * @param id the client's id
     * @param values one number a measure, in their order; {@code NaN} where it is unknown. Not kept.
     * @param attributeTexts one text an attribute, in their order; {@code null} where it is unknown
     * @throws IllegalArgumentException if the number of values differs from that of the measures, that of texts from that
     *     of the attributes, or a client with that id was added before
     * @throws NullPointerException if the id is {@code null}; the message says which client's
     */
    public void add(String id, double[] values, List<? extends @Nullable String> attributeTexts) {
        check(ids.size(), id, values, columns.length, attributeTexts, texts.length);
        Optional<Integer> other = ids.addIfAbsent(id);
        if (other.isPresent()) {
            throw new IllegalArgumentException("ids must differ, but clients " + (other.get() + 1) + " and "
                    + (ids.size() + 1) + " both have '" + id + "'");
        }
        for (int m = 0; m < columns.length; m++) {
            columns[m].add(values[m]);
        }
        for (int a = 0; a < texts.length; a++) {
            texts[a].add(attributeTexts.get(a));
        }
    }

    /** Refuses a client that has not what the others have. */
    static void check(
            int place,
            @Nullable String id,
            double[] values,
            int measures,
            List<? extends @Nullable String> attributeTexts,
            int attributes) {
        if (attributeTexts.size() != attributes) {
            throw new IllegalArgumentException("there must be " + attributes + " texts, but there are "
                    + attributeTexts.size() + " (client " + (place + 1) + ")");
        }
        if (values.length != measures) {
            throw new IllegalArgumentException("there must be " + measures + " values, but there are " + values.length
                    + " (client " + (place + 1) + ")");
        }
        if (id == null) {
            throw new NullPointerException("the id of client " + (place + 1) + " must not be null");
        }
    }

    /**
     * Starts a batch of clients, which another thread may fill before they are added.
     *
     * @return a builder of clients with the measures and attributes of this book
     */
    public ClientBatch batch() {
        return new ClientBatch(columns.length, texts.length);
    }

    /**
     * Adds clients of a batch, in their order, up to one whose id was added before.
     *
     * @param batch clients, of a batch that this builder or one of the same measures and attributes started
     * @param from the place of the first in the batch, from 0
     * @param to the place behind the last
     * @return the place of the first that was not added, whose id {@link #find} finds, or {@code to}
     * @throws IndexOutOfBoundsException if there are no such places
     * @throws IllegalArgumentException if the clients of the batch have more measures or attributes, or fewer
     */
    public int addWhileAbsent(ClientBatch batch, int from, int to) {
        Objects.checkFromToIndex(from, to, batch.size());
        if (batch.measures() != columns.length || batch.attributes() != texts.length) {
            throw new IllegalArgumentException("clients must have " + columns.length + " measures and " + texts.length
                    + " attributes, but those of the batch have " + batch.measures() + " and " + batch.attributes());
        }
        int end = from;
        while (end < to && ids.addIfAbsent(batch.ids(), end, batch.hash(end))) {
            end++;
        }
        for (int m = 0; m < columns.length; m++) {
            columns[m].add(batch.values(m), from, end);
        }
        for (int a = 0; a < texts.length; a++) {
            for (int place = from; place < end; place++) {
                texts[a].add(batch.texts(a)[place]);
            }
        }
        return end;
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
        List<NumberColumn> trimmed =
                Arrays.stream(columns).map(NumberColumn.Appender::build).toList();
        Map<String, TextColumn> textsOf = new LinkedHashMap<>();
        for (int a = 0; a < texts.length; a++) {
            textsOf.put(attributes.get(a), texts[a].build());
        }
        return new ColumnBook(ids.trimmed(), measures, trimmed, textsOf);
    }
}
