package dev.segmentation.core.book;

import dev.segmentation.api.Client;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import java.util.Optional;

/** The clients of a book in memory as one array a measure, for what works on whole columns at once. */
public interface Columns {

    /**
     * Gives the number of clients.
     *
     * @return 0 or more
     */
    int rows();

    /**
     * Gives the values of a measure, one a client, in the order of the book.
     *
     * @param measure the measure
     * @return the book's own array, which must not be changed; all {@code NaN} where the book does not have the measure
     */
    double[] values(Measure measure);

    /**
     * Gives the values of a measure as one byte a client, where only a few differ.
     *
     * @param measure the measure
     * @return the values, or nothing where many differ, the book is small, or it does not have the measure
     */
    Optional<CodedColumn> coded(Measure measure);

    /**
     * Says whether a measure is known of every client. It is found out once a book.
     *
     * @param measure the measure
     * @return whether no value of it is {@code NaN}; not so where the book does not have the measure
     */
    boolean isKnown(Measure measure);

    /**
     * Says whether the values of all clients make sense. It is found out once a book.
     *
     * @param requirement what they must be
     * @return whether it accepts each of them; unknown ones are accepted
     */
    boolean acceptsAll(Requirement requirement);

    /**
     * Gives the values of a measure turned so that greater is better.
     *
     * @param measure the measure
     * @return an array that must not be changed; all {@code NaN} where the book does not have the measure
     */
    double[] keys(Measure measure);

    /**
     * Gives the numbers that a function makes of the clients. Those made last are kept, so that asking again costs nothing.
     *
     * @param function makes the numbers
     * @return an array that must not be changed
     */
    double[] made(ColumnFunction function);

    /**
     * Gives the texts of an attribute.
     *
     * @param attribute its name
     * @return the texts; all unknown where the book does not have the attribute
     */
    TextColumn texts(String attribute);

    /**
     * Gives one client that can be moved along the rows, for a pass that makes no object a client.
     *
     * @return a cursor, at the first row
     */
    ClientCursor cursor();

    /**
     * Gives the client at a place.
     *
     * @param index 0 or more, below {@link #rows}
     * @return the client
     * @throws IndexOutOfBoundsException if there is no such place
     */
    Client client(int index);
}
