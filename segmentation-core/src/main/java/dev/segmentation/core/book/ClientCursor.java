package dev.segmentation.core.book;

import dev.segmentation.api.Client;

/** A client that is first this one and then that one: it is moved along the rows of a book. For one thread at a time. */
public interface ClientCursor extends Client {

    /**
     * Makes it the client at another place.
     *
     * @param row 0 or more, below the number of rows
     * @throws IndexOutOfBoundsException if there is no such place
     */
    void moveTo(int row);
}
