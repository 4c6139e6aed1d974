package dev.segmentation.core.analysis;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import dev.segmentation.core.book.Columns;

/** The values of one measure of any book. */
final class BookColumn {

    private BookColumn() {}

    /** Gives one value a client, in the order of the book; to be read only. */
    static double[] of(ClientBook book, Measure measure) {
        if (!book.has(measure)) {
            throw new IllegalArgumentException(
                    "there must be a measure '" + measure + "', but the book has " + book.measures());
        }
        if (book instanceof Columns columns) {
            return columns.values(measure);
        }
        double[] values = new double[Math.toIntExact(book.size())];
        for (int row = 0; row < values.length; row++) {
            values[row] = book.client(row).measure(measure);
        }
        return values;
    }
}
