package dev.segmentation.shell.csv;

import dev.segmentation.api.ClientBook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the segments alone from the output of a run. */
public final class SegmentColumn {

    private SegmentColumn() {}

    /**
     * Reads the segments.
     *
     * @param path where the file is
     * @param idColumn the column of the ids
     * @param segmentColumn the column of the segments
     * @return the name of the segment by the client's id, in the order of the file
     * @throws IOException if the file cannot be read
     * @throws ClientFileException if a column is not there, an id comes twice, or a client has no segment
     */
    public static Map<String, String> read(Path path, String idColumn, String segmentColumn) throws IOException {
        ClientFile file = ClientFile.open(path, null);
        for (String needed : new String[] {idColumn, segmentColumn}) {
            if (!file.columns().contains(needed)) {
                throw new ClientFileException(
                        path + ": must have a column '" + needed + "', but has " + String.join(", ", file.columns()));
            }
        }
        ClientColumns columns = new ClientColumns(idColumn, Map.of(), Map.of(segmentColumn, segmentColumn));
        ClientBook book = ClientFileReader.read(file, columns, false).book();
        Map<String, String> segments = new LinkedHashMap<>();
        book.forEach(client -> segments.put(
                client.id(),
                client.attribute(segmentColumn)
                        .orElseThrow(() -> new ClientFileException(path + ": column '" + segmentColumn
                                + "' must have a segment for each client, but that of '" + Shown.of(client.id())
                                + "' is empty"))));
        return segments;
    }
}
