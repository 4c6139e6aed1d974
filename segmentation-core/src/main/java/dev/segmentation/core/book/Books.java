package dev.segmentation.core.book;

import dev.segmentation.api.Measure;
import java.util.List;
import java.util.function.Function;

/**
 * Makes books in memory.
 *
 * <pre>{@code
 * ClientBook book = Books.of(contacts, Contact::id)
 *         .measure(REVENUE, Contact::annualFees)
 *         .measure(HOURS, Contact::hoursLastYear)
 *         .attribute("occupation", Contact::occupation)
 *         .build();
 * }</pre>
 */
public final class Books {

    private Books() {}

    /**
     * Starts a book of the caller's own objects, one client each, in their order.
     *
     * @param <T> the caller's class
     * @param clients the objects; neither changed nor kept
     * @param id gives the id of one; no two may have the same
     * @return a builder
     */
    public static <T> BookBuilder<T> of(Iterable<? extends T> clients, Function<? super T, String> id) {
        return new BookBuilder<>(clients, id);
    }

    /**
     * Tells many books in one apart by a text attribute, such as the adviser, to segment each on its own.
     *
     * @param attribute the name of the attribute
     * @return what segments each book
     */
    public static BooksBy by(String attribute) {
        return new BooksBy(attribute);
    }

    /**
     * Starts a book that is filled client by client, for readers of files and tables.
     *
     * @param measures the measures of each client, no two of one name
     * @return a builder
     * @throws IllegalArgumentException if two measures have one name
     */
    public static BookAppender appender(List<Measure> measures) {
        return new BookAppender(measures, List.of());
    }

    /**
     * Starts a book that is filled client by client, texts included.
     *
     * @param measures the measures of each client, no two of one name
     * @param attributes the names of the text attributes of each client, no two the same
     * @return a builder
     * @throws IllegalArgumentException if two measures or attributes have one name
     */
    public static BookAppender appender(List<Measure> measures, List<String> attributes) {
        return new BookAppender(measures, attributes);
    }
}
