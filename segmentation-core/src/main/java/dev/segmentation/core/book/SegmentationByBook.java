package dev.segmentation.core.book;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Explanation;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Standing;
import dev.segmentation.api.Summary;
import dev.segmentation.core.ranking.SummaryAccumulator;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome for many books in one: of all clients together, and of each book.
 *
 * <p>A client's segment and rank are those within its own book; counts and summaries are sums over all books.
 */
public final class SegmentationByBook implements Segmentation {

    private final ColumnBook book;
    private final Segmenter segmenter;

    /** One a book, and behind them that of the clients of no book. */
    private final Segmentation[] results;

    private final int[] bookOf;
    private final int[] within;
    private final Map<String, Segmentation> books;
    private final Map<String, String> problems;

    SegmentationByBook(
            ColumnBook book,
            Segmenter segmenter,
            Segmentation[] results,
            int[] bookOf,
            int[] within,
            Map<String, Segmentation> books,
            Map<String, String> problems) {
        this.book = book;
        this.segmenter = segmenter;
        this.results = results;
        this.bookOf = bookOf;
        this.within = within;
        this.books = Collections.unmodifiableMap(books);
        this.problems = Collections.unmodifiableMap(problems);
    }

    /**
     * Gives the outcome of each book.
     *
     * @return by the book's name, in the order of the alphabet; clients of no book are in none
     */
    public Map<String, Segmentation> books() {
        return books;
    }

    /**
     * Gives the books that the scheme refused, whose clients are all unscored.
     *
     * @return what the scheme said, by the book's name; mostly none
     */
    public Map<String, String> problems() {
        return problems;
    }

    @Override
    public ClientBook book() {
        return book;
    }

    @Override
    public Segmenter segmenter() {
        return segmenter;
    }

    @Override
    public Segment segment(int index) {
        return results[bookOf[index]].segment(within[index]);
    }

    @Override
    public Optional<Standing> standing(int index) {
        return results[bookOf[index]].standing(within[index]);
    }

    @Override
    public Assignment assignment(int index) {
        return results[bookOf[index]].assignment(within[index]);
    }

    @Override
    public double score(int index) {
        return results[bookOf[index]].score(within[index]);
    }

    @Override
    public boolean needsAttention(int index) {
        return results[bookOf[index]].needsAttention(within[index]);
    }

    @Override
    public Explanation explanation(int index) {
        return results[bookOf[index]].explanation(within[index]);
    }

    @Override
    public long count(Segment segment) {
        long count = 0;
        for (Segmentation result : results) {
            count += result.count(segment);
        }
        return count;
    }

    @Override
    public Summary summary(Segment segment, Measure measure) {
        double[] column = book.column(measure);
        count(segment); // refuses one that is none
        SummaryAccumulator summary = new SummaryAccumulator();
        for (int row = 0; row < column.length; row++) {
            if (segment(row).equals(segment)) {
                summary.add(column[row]);
            }
        }
        return summary.summary();
    }

    /** Gives one line: {@code Segmentation[four-s, 2500 clients, 12 books]}. */
    @Override
    public String toString() {
        return "Segmentation[" + segmenter.schemeId() + ", " + bookOf.length + " clients, " + books.size() + " books]";
    }
}
