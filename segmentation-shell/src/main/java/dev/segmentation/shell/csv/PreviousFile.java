package dev.segmentation.shell.csv;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.core.review.Previous;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the output of a former run: the segments of last time, and the values of then. */
public final class PreviousFile {

    private static final String SEGMENT = "segment";
    private static final String SINCE = "segment_since";

    private final ClientBook book;
    private final Map<String, String> segmentOf = new LinkedHashMap<>();
    private final Map<String, LocalDate> sinceOf = new HashMap<>();

    private PreviousFile(ClientBook book) {
        this.book = book;
    }

    /**
     * Reads a file.
     *
     * @param path where it is
     * @param columns the columns of the ids, measures and texts; those that it does not have are left out
     * @param prefix what was put before the names of the added columns, if it was
     * @param numbers how its numbers stand
     * @return last time
     * @throws IOException if the file cannot be read
     * @throws ClientFileException if the file has no column of ids or segments, or something in it is wrong
     */
    public static PreviousFile read(Path path, ClientColumns columns, String prefix, Numbers numbers)
            throws IOException {
        ClientFile file = ClientFile.open(path, null).withNumbers(numbers);
        // Segments that went back to where the clients come from have no prefix, but those that are written next need
        // one.
        return file.columns().contains(prefix + SEGMENT) || !file.columns().contains(SEGMENT)
                ? read(file, columns, prefix)
                : read(file, columns, "");
    }

    private static PreviousFile read(ClientFile file, ClientColumns columns, String prefix) {
        Path path = file.path();
        for (String needed : new String[] {columns.id(), prefix + SEGMENT}) {
            if (!file.columns().contains(needed)) {
                throw new ClientFileException(path + ": must have a column '" + needed
                        + "', as the output of a former run" + " has, but has " + String.join(", ", file.columns()));
            }
        }
        ClientColumns present = new ClientColumns(columns.id(), columns.measures(), columns.attributes());
        present.measures().values().removeIf(column -> !file.columns().contains(column));
        present.attributes().values().removeIf(column -> !file.columns().contains(column));
        present.attributes().put(prefix + SEGMENT, prefix + SEGMENT);
        if (file.columns().contains(prefix + SINCE)) {
            present.attributes().put(prefix + SINCE, prefix + SINCE);
        }
        PreviousFile previous =
                new PreviousFile(ClientFileReader.read(file, present, false).book());
        previous.book.forEach(client -> {
            String segment = client.attribute(prefix + SEGMENT)
                    .orElseThrow(() -> new ClientFileException(
                            path + ": column '" + prefix + SEGMENT + "' must have a segment for each client"));
            previous.segmentOf.put(client.id(), segment);
            client.attribute(prefix + SINCE)
                    .ifPresent(day -> previous.sinceOf.put(client.id(), day(path, prefix + SINCE, day)));
        });
        return previous;
    }

    private static LocalDate day(Path path, String column, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            throw new ClientFileException(path + ": column '" + column + "' must be a day such as 2026-11-22, but was '"
                    + Shown.of(text) + "'");
        }
    }

    /**
     * Gives last time. Its day is the last on which a client came into its segment, as far as the file says.
     *
     * @param scheme the scheme of last time, as it was set, which is run again on the values of then
     * @return last time; with its segments alone where the scheme refuses the book of then
     */
    public Previous previous(SegmentationScheme scheme) {
        LocalDate date = sinceOf.values().stream().max(LocalDate::compareTo).orElse(Previous.UNKNOWN);
        try {
            return Previous.of(segmentOf, book, scheme, date).withSince(sinceOf);
        } catch (IllegalArgumentException refused) {
            return Previous.of(segmentOf, date).withSince(sinceOf);
        }
    }
}
