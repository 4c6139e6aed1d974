package dev.segmentation.core.book;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Some ids, one behind the other, in one array: a byte a character, or two where one of them needs two. Millions of ids are so no
 * millions of objects, which a garbage collector would have to visit and to copy.
 */
final class IdBlock {

    static final int PLACE_BITS = 10;
    static final int MOST_IDS = 1 << PLACE_BITS;

    private static final int LAST_NARROW = 0xFF;

    private byte[] bytes = new byte[1 << 7];
    private int[] ends = new int[1 << 4];
    private int size;
    private boolean isWide;

    /** Gives the same ids without spare room. */
    IdBlock trimmed() {
        IdBlock trimmed = new IdBlock();
        trimmed.bytes = Arrays.copyOf(bytes, start(size));
        trimmed.ends = Arrays.copyOf(ends, size);
        trimmed.size = size;
        trimmed.isWide = isWide;
        return trimmed;
    }

    private int start(int place) {
        return place == 0 ? 0 : ends[place - 1];
    }

    void add(String id) {
        int length = id.length();
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        if (!isWide && !isNarrow(id)) {
            widen();
        }
        int start = start(size);
        int end = Math.addExact(start, isWide ? Math.multiplyExact(length, 2) : length);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.addExact(end, end >> 1));
        }
        for (int i = 0; i < length; i++) {
            put(start, i, id.charAt(i));
        }
        ends[size++] = end;
    }

    private static boolean isNarrow(String id) {
        int all = 0;
        for (int i = 0; i < id.length(); i++) {
            all |= id.charAt(i);
        }
        return all <= LAST_NARROW;
    }

    private void widen() {
        byte[] narrow = bytes;
        bytes = new byte[Math.multiplyExact(narrow.length, 2)];
        isWide = true;
        for (int i = 0; i < start(size); i++) {
            put(0, i, (char) (narrow[i] & LAST_NARROW));
        }
        for (int place = 0; place < size; place++) {
            ends[place] *= 2;
        }
    }

    private void put(int start, int i, char c) {
        if (isWide) {
            bytes[start + 2 * i] = (byte) (c >> Byte.SIZE);
            bytes[start + 2 * i + 1] = (byte) c;
        } else {
            bytes[start + i] = (byte) c;
        }
    }

    private char at(int start, int i) {
        if (isWide) {
            int high = bytes[start + 2 * i] << Byte.SIZE;
            return (char) (high | (bytes[start + 2 * i + 1] & LAST_NARROW));
        }
        return (char) (bytes[start + i] & LAST_NARROW);
    }

    private int length(int place) {
        int length = ends[place] - start(place);
        return isWide ? length / 2 : length;
    }

    String get(int place) {
        int start = start(place);
        if (!isWide) {
            return new String(bytes, start, ends[place] - start, StandardCharsets.ISO_8859_1);
        }
        char[] chars = new char[length(place)]; // not decoded: an id may have half of a character
        for (int i = 0; i < chars.length; i++) {
            chars[i] = at(start, i);
        }
        return new String(chars);
    }

    boolean isAt(int place, String id) {
        int start = start(place);
        boolean isSame = id.length() == length(place);
        for (int i = id.length() - 1; isSame && i >= 0; i--) { // ids differ at their ends rather than at their starts
            isSame = id.charAt(i) == at(start, i);
        }
        return isSame;
    }

    /** Gives the hash code of the id as a string. */
    int hash(int place) {
        int start = start(place);
        int hash = 0;
        for (int i = 0; i < length(place); i++) {
            hash = 31 * hash + at(start, i);
        }
        return hash;
    }
}
