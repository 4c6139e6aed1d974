package dev.segmentation.core.book;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.Score;
import dev.segmentation.api.Segmenter;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/** A segmenter that can also place all clients of a book in memory at once, at less cost. */
public interface ColumnSegmenter extends Segmenter {

    /**
     * Gives the place of one client, at less cost than {@link #assign}.
     *
     * @param client the client
     * @return the place of its segment in {@link #segments}, from 0, or their number for one that is left unscored
     * @throws IllegalArgumentException as {@link #assign} does
     */
    int place(Client client);

    /**
     * Gives the place of every client.
     *
     * @param columns the clients
     * @return for each client what {@link #place} gives
     */
    default int[] places(Columns columns) {
        int[] places = new int[columns.rows()];
        ClientCursor cursor = columns.cursor();
        for (int row = 0; row < places.length; row++) {
            cursor.moveTo(row);
            places[row] = place(cursor);
        }
        return places;
    }

    /**
     * Gives what assigns the clients of a book one by one, at less cost than {@link #assign}.
     *
     * @param columns the clients
     * @param places what {@link #places} gave for them; neither changed nor to be
     * @return gives for a client's row what {@link #assign} gives; several threads may ask it
     */
    default IntFunction<Assignment> assigner(Columns columns, int[] places) {
        return row -> assign(columns.client(row));
    }

    /**
     * Gives what scores the clients of a book one by one, at less cost than {@link #assigner}.
     *
     * @param columns the clients
     * @param places what {@link #places} gave for them; neither changed nor to be
     * @return gives for a client's row the value of the score of its assignment, or {@code NaN} where it has none; several
     *     threads may ask it
     */
    default IntToDoubleFunction scorer(Columns columns, int[] places) {
        return row -> assign(columns.client(row)).score().map(Score::value).orElse(Double.NaN);
    }

    /**
     * Says whether there may be clients about whom something is left to a person.
     *
     * @return {@code false} if no reason of an assignment ever {@linkplain dev.segmentation.api.Reason#needsAttention() needs
     *     attention}, so that nobody need look for one
     */
    default boolean asksForAttention() {
        return true;
    }
}
