package dev.segmentation.core.book;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing list of ids in one array: a byte a character, or two where a character of the id needs two. Millions of ids are so
 * no millions of objects, which a garbage collector would have to visit and to copy.
 */
final class IdList {

    private static final int LAST_NARROW = 0xFF;

    private byte[] bytes = new byte[1 << 7];

    /** Where each id ends; with the sign bit where its characters take two bytes. */
    private int[] ends = new int[1 << 4];

    private int size;

    static IdList of(String id) {
        IdList one = new IdList();
        one.add(id);
        return one;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    private int start(int place) {
        return place == 0 ? 0 : end(place - 1);
    }

    private int end(int place) {
        return ends[place] & Integer.MAX_VALUE;
    }

    private boolean isWide(int place) {
        return ends[place] < 0;
    }

    void add(String id) {
        char[] chars = id.toCharArray();
        int all = 0;
        for (char c : chars) {
            all |= c;
        }
        if (all <= LAST_NARROW) {
            int start = room(chars.length);
            for (int i = 0; i < chars.length; i++) {
                bytes[start + i] = (byte) chars[i];
            }
            end(start + chars.length, false);
        } else {
            int start = room(Math.multiplyExact(2, chars.length));
            for (int i = 0; i < chars.length; i++) {
                bytes[start + 2 * i] = (byte) (chars[i] >> Byte.SIZE);
                bytes[start + 2 * i + 1] = (byte) chars[i];
            }
            end(start + 2 * chars.length, true);
        }
    }

    /** Adds an id of another list. */
    void add(IdList other, int place) {
        int from = other.start(place);
        int length = other.end(place) - from;
        int start = room(length);
        System.arraycopy(other.bytes, from, bytes, start, length);
        end(start + length, other.isWide(place));
    }

    /** Makes room for an id of so many bytes, and gives where it starts. */
    private int room(int length) {
        int start = start(size);
        int end = Math.addExact(start, length);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.addExact(end, end >> 1));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        return start;
    }

    private void end(int end, boolean isWide) {
        ends[size++] = isWide ? end | Integer.MIN_VALUE : end;
    }

    String get(int place) {
        int start = start(place);
        if (!isWide(place)) {
            return new String(bytes, start, end(place) - start, StandardCharsets.ISO_8859_1);
        }
        char[] chars = new char[(end(place) - start) / 2]; // not decoded: an id may have half of a character
        for (int i = 0; i < chars.length; i++) {
            int low = bytes[start + 2 * i + 1] & LAST_NARROW;
            chars[i] = (char) (bytes[start + 2 * i] << Byte.SIZE | low);
        }
        return new String(chars);
    }

    /** Says whether an id is that at a place of another list. */
    boolean isAt(int place, IdList other, int otherPlace) {
        return isWide(place) == other.isWide(otherPlace)
                && Arrays.equals(
                        bytes, start(place), end(place), other.bytes, other.start(otherPlace), other.end(otherPlace));
    }

    /** Gives a hash code; ids that are numbered one by one have codes side by side. */
    int hash(int place) {
        int hash = 0;
        int end = end(place);
        for (int i = start(place); i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    /** Gives the same ids without spare room. */
    IdList trimmed() {
        IdList trimmed = new IdList();
        trimmed.bytes = Arrays.copyOf(bytes, start(size));
        trimmed.ends = Arrays.copyOf(ends, size);
        trimmed.size = size;
        return trimmed;
    }
}
