package dev.segmentation.shell.table;

import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.core.book.SegmentationByBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Many books in one as a table: how many clients of each book are in each segment. The first fifty, where there are more. */
public final class BooksTable {

    private static final int MOST_BOOKS = 50;

    private final SegmentationByBook result;

    /**
     * Takes what is to be shown.
     *
     * @param result the outcome for many books
     */
    public BooksTable(SegmentationByBook result) {
        this.result = result;
    }

    /** Gives the lines. */
    @Override
    public String toString() {
        List<Segment> columns = new ArrayList<>(result.segments());
        columns.add(Segment.UNSCORED);
        List<String> header = new ArrayList<>(List.of("book", "clients"));
        columns.forEach(segment -> header.add(segment.name()));
        List<Boolean> left = new ArrayList<>(header.stream().map(name -> false).toList());
        left.set(0, true);
        TextTable table = new TextTable(header, left);
        result.books().entrySet().stream().limit(MOST_BOOKS).forEach(book -> table.add(row(book, columns)));
        int more = result.books().size() - MOST_BOOKS;
        return more <= 0 ? table.toString() : table + "and " + more + " more books" + System.lineSeparator();
    }

    private static List<String> row(Map.Entry<String, Segmentation> book, List<Segment> columns) {
        List<String> row = new ArrayList<>();
        row.add(book.getKey());
        row.add(String.format(Locale.ROOT, "%,d", book.getValue().size()));
        columns.forEach(segment ->
                row.add(String.format(Locale.ROOT, "%,d", book.getValue().count(segment))));
        return row;
    }
}
