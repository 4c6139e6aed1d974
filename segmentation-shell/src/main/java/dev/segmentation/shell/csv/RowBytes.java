package dev.segmentation.shell.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rows as bytes of UTF-8, in memory: a writer whose text is added at {@link #flush}, and bytes at once. */
final class RowBytes extends Writer {

    private static final int LAST_ASCII = 0x7F;
    private static final int TEN = 10;

    private byte[] bytes;
    private int size;

    /** Kept until {@link #flush}, as the two halves of a character may come one by one. */
    private char[] chars = new char[1 << 10];

    private int pending;

    RowBytes(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Lets go of the last bytes. */
    void cut(int newSize) {
        size = newSize;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    String text() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    void write(byte[] added, int from, int length) {
        ensure(length);
        System.arraycopy(added, from, bytes, size, length);
        size += length;
    }

    void writeAscii(char added) {
        ensure(1);
        bytes[size++] = (byte) added;
    }

    void writeAscii(String added) {
        ensure(added.length());
        for (int i = 0; i < added.length(); i++) {
            bytes[size + i] = (byte) added.charAt(i);
        }
        size += added.length();
    }

    /** Adds a whole number that is not negative. */
    void writeWhole(long number) {
        int digits = 1;
        for (long rest = number; rest >= TEN; rest /= TEN) {
            digits++;
        }
        ensure(digits);
        long rest = number;
        for (int at = size + digits - 1; at >= size; at--) {
            bytes[at] = (byte) ('0' + rest % TEN);
            rest /= TEN;
        }
        size += digits;
    }

    /** Adds characters of a byte each, other than quotes; adds nothing and gives false if there are others. */
    boolean writePlain(char[] added, int length) {
        ensure(length);
        byte[] target = bytes;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = added[i];
            if (c > LAST_ASCII || c == '"') {
                return false;
            }
            target[at + i] = (byte) c;
        }
        size = at + length;
        return true;
    }

    @Override
    public void write(char[] added, int from, int length) {
        if (chars.length - pending < length) {
            chars = Arrays.copyOf(chars, Math.addExact(Math.addExact(pending, length), pending >> 1));
        }
        System.arraycopy(added, from, chars, pending, length);
        pending += length;
    }

    @Override
    public void flush() {
        ensure(pending);
        byte[] target = bytes;
        int at = size;
        for (int i = 0; i < pending; i++) {
            char c = chars[i];
            if (c > LAST_ASCII) {
                byte[] rest = new String(chars, i, pending - i).getBytes(StandardCharsets.UTF_8);
                size = at + i;
                write(rest, 0, rest.length);
                pending = 0;
                return;
            }
            target[at + i] = (byte) c;
        }
        size = at + pending;
        pending = 0;
    }

    @Override
    public void close() {
        flush();
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.addExact(Math.addExact(size, more), size >> 1));
        }
    }
}
