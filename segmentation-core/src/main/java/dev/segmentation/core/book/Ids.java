package dev.segmentation.core.book;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** A growing list of different ids that knows the place of each: an open hash table of 8 to 16 bytes an id. */
final class Ids {

    private static final int MOST_SLOT_BITS = 30;
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    private String[] ids = new String[16];
    private int size;

    /** Place + 1 of an id, 0 where the slot is free. Between a quarter and a half is taken, as long as that fits. */
    private int[] slots = new int[32];

    int size() {
        return size;
    }

    String get(int place) {
        return ids[Objects.checkIndex(place, size)];
    }

    Optional<Integer> find(String id) {
        int found = slots[slot(id)];
        return found == 0 ? Optional.empty() : Optional.of(found - 1);
    }

    /** Adds an id at the next place, unless it is there; gives the place where it was. */
    Optional<Integer> addIfAbsent(String id) {
        int slot = slot(id);
        if (slots[slot] != 0) {
            return Optional.of(slots[slot] - 1);
        }
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, Math.addExact(size, size >> 1));
        }
        ids[size++] = id;
        slots[slot] = size;
        if (size > slots.length / 2 && slots.length < 1 << MOST_SLOT_BITS) {
            slots = new int[slots.length * 2];
            for (int place = 0; place < size; place++) {
                slots[slot(ids[place])] = place + 1;
            }
        }
        return Optional.empty();
    }

    /** Gives the slot where an id is, or the free one where it would go. */
    private int slot(String id) {
        // The upper bits of the product are the well-mixed ones.
        int slot = (id.hashCode() * GOLDEN_RATIO) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
        while (slots[slot] != 0 && !ids[slots[slot] - 1].equals(id)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    /** Gives a list that can grow no more, without spare room. */
    Ids trimmed() {
        Ids trimmed = new Ids();
        trimmed.ids = Arrays.copyOf(ids, size);
        trimmed.size = size;
        trimmed.slots = slots.clone();
        return trimmed;
    }
}
