package dev.segmentation.core.book;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one attribute, one a client: each different text once, and for every client its number. Costs 4 bytes a
 * client.
 */
public final class TextColumn {

    private final List<String> texts;

    /** The same, made once so that asking for a text makes nothing. */
    private final List<Optional<String>> found;

    private final int[] numbers;

    private TextColumn(List<String> texts, List<Optional<String>> found, int[] numbers) {
        this.texts = texts;
        this.found = found;
        this.numbers = numbers;
    }

    static TextColumn unknown(int rows) {
        int[] numbers = new int[rows];
        Arrays.fill(numbers, -1);
        return new TextColumn(List.of(), List.of(), numbers);
    }

    /** Gives the texts of some rows, in that order. */
    TextColumn gather(int[] rows, int from, int to) {
        int[] gathered = new int[to - from];
        for (int i = from; i < to; i++) {
            gathered[i - from] = numbers[rows[i]];
        }
        return new TextColumn(texts, found, gathered);
    }

    /**
     * Gives the different texts, in the order they first came.
     *
     * @return the texts
     */
    public List<String> texts() {
        return texts;
    }

    /**
     * Gives the number of a client's text.
     *
     * @param row the client's place
     * @return its place in {@link #texts}, or -1 where it is unknown
     */
    public int number(int row) {
        return numbers[row];
    }

    /**
     * Gives a client's text.
     *
     * @param row the client's place
     * @return the text, or nothing where it is unknown
     */
    public Optional<String> text(int row) {
        return numbers[row] < 0 ? Optional.empty() : found.get(numbers[row]);
    }

    /** A builder of a column, client by client. */
    static final class Appender {

        private final Map<String, Integer> numberOf = new LinkedHashMap<>();
        private int[] numbers = new int[16];
        private int size;

        void add(@Nullable String text) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.addExact(size, size >> 1));
            }
            numbers[size++] = text == null ? -1 : numberOf.computeIfAbsent(text, first -> numberOf.size());
        }

        TextColumn build() {
            List<String> texts = List.copyOf(numberOf.keySet());
            return new TextColumn(texts, texts.stream().map(Optional::of).toList(), Arrays.copyOf(numbers, size));
        }
    }
}
