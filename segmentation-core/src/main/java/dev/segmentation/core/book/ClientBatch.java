package dev.segmentation.core.book;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A builder of some clients that are added to a book together, for readers that fill several on threads of their own.
 *
 * <pre>{@code
 * BookAppender book = Books.appender(List.of(REVENUE));
 * ClientBatch batch = book.batch();
 * batch.add("a", new double[] {100}, List.of()); // may be done by another thread
 * batch.add("b", new double[] {200}, List.of());
 * int added = book.addWhileAbsent(batch, 0, batch.size()); // 2
 * }</pre>
 *
 * <p>Ids may come twice; it is the book where they must differ.
 */
public final class ClientBatch {

    private final IdList ids = new IdList();
    private int[] hashes = new int[16];
    private final double[][] values;
    private final @Nullable String[][] texts;

    ClientBatch(int measures, int attributes) {
        this.values = new double[measures][hashes.length];
        this.texts = Stream.generate(() -> new String[hashes.length])
                .limit(attributes)
                .toArray(String[][]::new);
    }

    /**
     * Adds a client.
     *
     * @param id the client's id
     * @param clientValues one number a measure, in their order; {@code NaN} where it is unknown. Not kept.
     * @param clientTexts one text an attribute, in their order; {@code null} where it is unknown
     * @throws IllegalArgumentException if the number of values differs from that of the measures, or that of texts from that
     *     of the attributes
     * @throws NullPointerException if the id is {@code null}; messages count the clients of the batch
     */
    public void add(String id, double[] clientValues, List<? extends @Nullable String> clientTexts) {
        int place = ids.size();
        BookAppender.check(place, id, clientValues, values.length, clientTexts, texts.length);
        if (place == hashes.length) {
            grow();
        }
        ids.add(id);
        hashes[place] = ids.hash(place);
        for (int m = 0; m < values.length; m++) {
            values[m][place] = clientValues[m];
        }
        for (int a = 0; a < texts.length; a++) {
            texts[a][place] = clientTexts.get(a);
        }
    }

    private void grow() {
        int more = 2 * hashes.length;
        hashes = Arrays.copyOf(hashes, more);
        Arrays.setAll(values, m -> Arrays.copyOf(values[m], more));
        Arrays.setAll(texts, a -> Arrays.copyOf(texts[a], more));
    }

    /**
     * Gives the id of a client.
     *
     * @param place its place, from 0
     * @return the id
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public String id(int place) {
        return ids.get(Objects.checkIndex(place, size()));
    }

    /**
     * Gives the number of clients.
     *
     * @return 0 or more
     */
    public int size() {
        return ids.size();
    }

    /** Takes all clients out, so that it can be filled again. */
    public void clear() {
        ids.clear();
    }

    int measures() {
        return values.length;
    }

    int attributes() {
        return texts.length;
    }

    IdList ids() {
        return ids;
    }

    int hash(int place) {
        return hashes[place];
    }

    /** Gives the values of a measure; those of the clients, and perhaps more. */
    double[] values(int measure) {
        return values[measure];
    }

    /** Gives the texts of an attribute; those of the clients, and perhaps more. */
    @Nullable String[] texts(int attribute) {
        return texts[attribute];
    }
}
