package dev.segmentation.shell.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Rows of a file as they are written again, kept while it is read so that it is read once: their bytes, one behind the other.
 *
 * <p>A builder: rows are added one by one, then {@link #block} gives them, and it is cleared for others.
 */
final class KeptRows {

    private final boolean keepFormulas;
    private final RowBytes bytes = new RowBytes(1 << 16);
    private final CsvWriter other;
    private final int lineEnd;
    private int[] ends = new int[1 << 10];
    private int rows;

    KeptRows(ClientFile file, boolean keepFormulas) {
        this.keepFormulas = keepFormulas;
        this.other = file.writer(bytes);
        this.lineEnd = file.lineEnd().length();
    }

    void clear() {
        bytes.clear();
        rows = 0;
    }

    /** Adds a row. */
    void add(FileRow row) {
        if (!isPlain(row) || !bytes.writePlain(row.chars(), row.end(row.fields() - 1))) {
            write(row.cells());
        }
        if (rows == ends.length) {
            ends = Arrays.copyOf(ends, 2 * rows);
        }
        ends[rows++] = bytes.size();
    }

    private void write(List<String> cells) {
        try {
            other.writeRecord(Formulas.written(cells, keepFormulas)).flush();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        bytes.cut(bytes.size() - lineEnd);
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

    /** Gives the rows that were added. */
    Block block() {
        return new Block(bytes.toByteArray(), Arrays.copyOf(ends, rows));
    }

    /** Some rows, one behind the other. */
    static final class Block {

        private final byte[] bytes;
        private final int[] ends;

        private Block(byte[] bytes, int[] ends) {
            this.bytes = bytes;
            this.ends = ends;
        }

        int rows() {
            return ends.length;
        }

        /** Gives how many bytes the rows have. */
        int size() {
            return bytes.length;
        }

        /** Writes a row, without its line end. */
        void write(int row, RowBytes out) {
            int start = row == 0 ? 0 : ends[row - 1];
            out.write(bytes, start, ends[row] - start);
        }

        /** Gives the same rows but for some. */
        Block without(BitSet left) {
            if (left.isEmpty()) {
                return this;
            }
            RowBytes others = new RowBytes(bytes.length);
            int[] endsOfOthers = new int[ends.length - left.cardinality()];
            int other = 0;
            for (int row = left.nextClearBit(0); row < ends.length; row = left.nextClearBit(row + 1)) {
                write(row, others);
                endsOfOthers[other++] = others.size();
            }
            return new Block(others.toByteArray(), endsOfOthers);
        }
    }
}
