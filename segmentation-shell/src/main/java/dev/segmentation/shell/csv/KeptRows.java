package dev.segmentation.shell.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of a file as they are written again, kept while it is read so that it is read once: their bytes, block by block.
 *
 * <p>A builder: rows are added one by one, and then {@link #blocks} gives them.
 */
final class KeptRows {

    /** Enough for a thread to work on, and few enough to be written before there are many in memory. */
    private static final int MOST_ROWS = 8_192;

    private final boolean keepFormulas;
    private final RowBytes bytes = new RowBytes(1 << 16);
    private final CsvWriter other;
    private final int lineEnd;
    private final int[] ends = new int[MOST_ROWS];
    private int rows;
    private final List<Block> blocks = new ArrayList<>();

    KeptRows(ClientFile file, boolean keepFormulas) {
        this.keepFormulas = keepFormulas;
        this.other = file.writer(bytes);
        this.lineEnd = file.lineEnd().length();
    }

    /** Adds a row. */
    void add(FileRow row) {
        if (isPlain(row) && bytes.writePlain(row.chars(), row.end(row.fields() - 1))) {
            endRow();
        } else {
            add(row.cells());
        }
    }

    /** Adds a row of these cells. */
    void add(List<String> cells) {
        try {
            other.writeRecord(Formulas.written(cells, keepFormulas)).flush();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        bytes.cut(bytes.size() - lineEnd);
        endRow();
    }

    /** Says whether a row may be written as it was read, as far as its quotes and the beginnings of its fields tell. */
    private boolean isPlain(FileRow row) {
        char[] chars = row.chars();
        boolean isPlain = !row.isQuoted() && chars[0] != '#'; // which some readers take for a comment
        for (int field = 0; isPlain && !keepFormulas && field < row.fields(); field++) {
            isPlain = !Formulas.begins(chars[row.start(field)]) || !Formulas.isRun(row.cell(field));
        }
        return isPlain;
    }

    private void endRow() {
        ends[rows++] = bytes.size();
        if (rows == MOST_ROWS) {
            endBlock();
        }
    }

    private void endBlock() {
        int first = blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).end();
        blocks.add(new Block(first, bytes.toByteArray(), Arrays.copyOf(ends, rows)));
        bytes.clear();
        rows = 0;
    }

    /** Gives what was added, in that order. */
    List<Block> blocks() {
        if (rows > 0) {
            endBlock();
        }
        return List.copyOf(blocks);
    }

    /** Some rows, one behind the other. */
    static final class Block {

        private final int first;
        private final byte[] bytes;
        private final int[] ends;

        private Block(int first, byte[] bytes, int[] ends) {
            this.first = first;
            this.bytes = bytes;
            this.ends = ends;
        }

        /** Gives the place of the first row among all. */
        int first() {
            return first;
        }

        /** Gives the place behind the last row. */
        int end() {
            return first + ends.length;
        }

        /** Gives how many bytes the rows have. */
        int size() {
            return bytes.length;
        }

        /** Writes a row, told by its place among all, without its line end. */
        void write(int row, RowBytes out) {
            int start = row == first ? 0 : ends[row - first - 1];
            out.write(bytes, start, ends[row - first] - start);
        }
    }
}
