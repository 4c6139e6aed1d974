package dev.segmentation.core.book;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.InvalidAttributeException;
import dev.segmentation.api.InvalidMeasureException;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Many books in one, told apart by a text attribute, such as the adviser: each is segmented on its own.
 *
 * <pre>{@code
 * SegmentationByBook result = Books.by("adviser").segment(firm, FourS.scheme());
 * result.count(platinum);                       // of all advisers together
 * result.books().get("Ana").count(platinum);    // of Ana's clients
 * }</pre>
 */
public final class BooksBy {

    private final String attribute;

    BooksBy(String attribute) {
        this.attribute = attribute;
    }

    /**
     * Segments each book on its own. The whole is read once and put together by book, so that thousands of books cost
     * little more than one.
     *
     * <p>A book that the scheme refuses, such as one without any revenue for the 80/20 line, leaves its clients unscored
     * with what the scheme said; so are clients of whom the attribute is unknown.
     *
     * @param book the clients of all books; made by {@link Books}
     * @param scheme the scheme
     * @return the outcome for all of them
     * @throws IllegalArgumentException if the book does not have the attribute, or is not made by {@link Books}
     * @throws InvalidMeasureException if a client has a value that cannot be
     * @throws InvalidAttributeException if a client has a text that cannot be
     */
    public SegmentationByBook segment(ClientBook book, SegmentationScheme scheme) {
        if (!(book instanceof ColumnBook whole)) {
            throw new IllegalArgumentException("many books in one must be made by Books, but are " + book);
        }
        if (!whole.attributes().contains(attribute)) {
            throw new IllegalArgumentException(
                    "there must be a text '" + attribute + "', but the book has " + whole.attributes());
        }
        TextColumn names = whole.texts(attribute);
        int unknown = names.texts().size();
        int[] bookOf = new int[whole.rows()];
        int[] ends = new int[unknown + 2];
        for (int row = 0; row < bookOf.length; row++) {
            int number = names.number(row);
            bookOf[row] = number < 0 ? unknown : number;
            ends[bookOf[row] + 1]++;
        }
        Arrays.parallelPrefix(ends, Integer::sum);
        int[] rows = new int[bookOf.length];
        int[] within = new int[bookOf.length];
        int[] next = ends.clone();
        for (int row = 0; row < bookOf.length; row++) {
            int place = next[bookOf[row]]++;
            rows[place] = row;
            within[row] = place - ends[bookOf[row]];
        }
        Segmentation[] results = new Segmentation[unknown + 1];
        Map<String, String> problems = new TreeMap<>();
        Map<String, Segmentation> byName = new TreeMap<>();
        for (int b = 0; b < unknown; b++) {
            String name = names.texts().get(b);
            ColumnBook own = whole.gather(rows, ends[b], ends[b + 1]);
            try {
                results[b] = scheme.segment(own);
            } catch (InvalidMeasureException | InvalidAttributeException invalid) {
                throw invalid;
            } catch (IllegalArgumentException refused) {
                problems.put(name, String.valueOf(refused.getMessage()));
                Reason reason = new Reason(
                        "book.refused",
                        List.of(name, String.valueOf(refused.getMessage())),
                        "the book '" + name + "' cannot be segmented: " + refused.getMessage());
                results[b] = own.segment(new UnscoredSegmenter(scheme.id(), scheme.segments(), reason));
            }
            byName.put(name, results[b]);
        }
        results[unknown] = whole.gather(rows, ends[unknown], ends[unknown + 1])
                .segment(new UnscoredSegmenter(scheme.id(), scheme.segments(), Reason.unknown(attribute)));
        return new SegmentationByBook(
                whole,
                SegmenterByBook.of(attribute, scheme, byName),
                results,
                bookOf,
                within,
                new LinkedHashMap<>(byName),
                problems);
    }

    /** Gives one line: {@code BooksBy[adviser]}. */
    @Override
    public String toString() {
        return "BooksBy[" + attribute + "]";
    }
}
