package dev.segmentation.testkit;

import dev.segmentation.api.Book;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Summary;
import dev.segmentation.api.TopShares;
import java.util.List;

/** A book that can be asked and not walked, as one in a database is; once closed, it cannot be asked either. */
final class QuestionsOnly implements Book {

    private final Book book;
    private boolean isClosed;

    QuestionsOnly(Book book) {
        this.book = book;
    }

    void close() {
        isClosed = true;
    }

    private Book open() {
        if (isClosed) {
            throw new IllegalStateException("the book must not be asked once fit is done, but was");
        }
        return book;
    }

    @Override
    public long size() {
        return open().size();
    }

    @Override
    public List<Measure> measures() {
        return open().measures();
    }

    @Override
    public List<String> attributes() {
        return open().attributes();
    }

    @Override
    public Summary summary(Measure measure) {
        return open().summary(measure);
    }

    @Override
    public Cutoffs cutoffs(Ordering ordering, TopShares shares) {
        return open().cutoffs(ordering, shares);
    }

    @Override
    public Cutoffs cutoffsOfTotal(Ordering ordering, Measure total, TopShares shares) {
        return open().cutoffsOfTotal(ordering, total, shares);
    }
}
