package dev.segmentation.shell.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a file that were refused, as they are written: each behind its line and why. A builder: rows are added one by one. */
final class RefusedRows {

    private static final int MOST_BYTES = 1 << 20;

    private final ClientFile file;
    private final List<byte[]> full = new ArrayList<>();
    private final RowBytes last = new RowBytes(1 << 10);
    private final CsvWriter writer;

    RefusedRows(ClientFile file) {
        this.file = file;
        this.writer = file.writer(last);
    }

    /** Adds a row of some that were read. */
    void add(long line, List<String> why, KeptRows.Block rows, int row) {
        try {
            writer.writeRecord(Long.toString(line), String.join("; ", why)).flush();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        last.cut(last.size() - file.lineEnd().length());
        last.writeAscii(file.separator());
        rows.write(row, last);
        last.writeAscii(file.lineEnd());
        if (last.size() > MOST_BYTES) {
            full.add(last.toByteArray());
            last.clear();
        }
    }

    void writeTo(OutputStream out) throws IOException {
        for (byte[] rows : full) {
            out.write(rows);
        }
        last.writeTo(out);
    }
}
