package dev.segmentation.shell.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The fields of one row of a file, as characters. The same object is filled anew for each row, so that a file of millions of
 * rows makes none of them an object.
 */
final class FileRow extends AbstractBaseCsvCallbackHandler<FileRow> {

    private final char separator;
    private final long firstLine;

    /** The fields without their quotes, with a separator behind each. */
    private char[] chars = new char[1 << 10];

    private int[] ends = new int[16];
    private int fields;
    private long line;
    private boolean isQuoted;

    FileRow(char separator, long firstLine) {
        this.separator = separator;
        this.firstLine = firstLine;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = firstLine - 1 + startingLineNumber;
        fields = 0;
        isQuoted = false;
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        int start = start(field);
        int end = Math.addExact(start, length);
        if (end >= chars.length) {
            chars = Arrays.copyOf(chars, Math.addExact(end, 1 + (end >> 1)));
        }
        if (field == ends.length) {
            ends = Arrays.copyOf(ends, field * 2);
        }
        System.arraycopy(buffer, offset, chars, start, length);
        chars[end] = separator;
        ends[field] = end;
        isQuoted |= quoted;
        fields = field + 1;
    }

    @Override
    protected FileRow buildRecord() {
        return this;
    }

    /** Gives the line of the file on which the row starts, from 1. */
    long line() {
        return line;
    }

    int fields() {
        return fields;
    }

    /** Says whether a field stood in quotes. */
    boolean isQuoted() {
        return isQuoted;
    }

    /** Gives the characters of all fields, those of a field from its {@link #start} to its {@link #end}; not to be kept. */
    char[] chars() {
        return chars;
    }

    int start(int field) {
        return field == 0 ? 0 : ends[field - 1] + 1;
    }

    int end(int field) {
        return ends[field];
    }

    /** Gives the text of a field, without an apostrophe that keeps a spreadsheet from running it. */
    String text(int field) {
        return Formulas.unguarded(cell(field));
    }

    /** Gives a field as it stands in the file. */
    String cell(int field) {
        return new String(chars, start(field), end(field) - start(field));
    }

    /** Gives the fields as they stand in the file. */
    List<String> cells() {
        return IntStream.range(0, fields).mapToObj(this::cell).toList();
    }
}
