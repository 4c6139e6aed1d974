package dev.segmentation.core.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A growing list of different ids that knows the place of each: 4 bytes and its characters an id, and an open hash table of 8 to
 * 16 bytes an id.
 */
final class Ids {

    private static final int MOST_SLOT_BITS = 30;

    private static final int GOLDEN_RATIO = 0x9E3779B9;
    private static final int ODD = 0x85EBCA6B;
    private static final int LINE_BITS = 4;
    private static final int SLOTS_OF_LINE = 1 << LINE_BITS;

    private static final int BLOCK_BITS = 10;
    private static final int IDS_OF_BLOCK = 1 << BLOCK_BITS;

    /** Some slots stay free, where a search ends. */
    private static final int MOST_IDS = (1 << MOST_SLOT_BITS) - IDS_OF_BLOCK;

    /** All but the last are full. */
    private final List<IdList> blocks;

    private int size;

    /**
     * Place + 1 of an id in the lower bits, 0 where the slot is free, and above them some bits of its hash, so that other ids are
     * mostly told apart without a look at them. Between a quarter and a half is taken, as long as that fits.
     */
    private int[] slots;

    Ids() {
        this(new ArrayList<>(), 0, new int[32]);
    }

    private Ids(List<IdList> blocks, int size, int[] slots) {
        this.blocks = blocks;
        this.size = size;
        this.slots = slots;
    }

    int size() {
        return size;
    }

    String get(int place) {
        return block(Objects.checkIndex(place, size)).get(placeInBlock(place));
    }

    private IdList block(int place) {
        return blocks.get(place >> BLOCK_BITS);
    }

    private static int placeInBlock(int place) {
        return place & (IDS_OF_BLOCK - 1);
    }

    Optional<Integer> find(String id) {
        IdList one = IdList.of(id);
        int slot = slots[slot(one, 0, one.hash(0))];
        return slot == 0 ? Optional.empty() : Optional.of(place(slot));
    }

    /** Adds an id at the next place, unless it is there; gives the place where it was. */
    Optional<Integer> addIfAbsent(String id) {
        IdList one = IdList.of(id);
        return addIfAbsent(one, 0, one.hash(0)) ? Optional.empty() : find(id);
    }

    /** Adds an id of a list at the next place, unless it is there; says whether it was not. */
    boolean addIfAbsent(IdList list, int at, int hash) {
        int slot = slot(list, at, hash);
        if (slots[slot] != 0) {
            return false;
        }
        if (placeInBlock(size) == 0) {
            addBlock();
        }
        block(size++).add(list, at);
        slots[slot] = tag(hash) | size;
        if (size > slots.length / 2 && slots.length < 1 << MOST_SLOT_BITS) {
            slots = new int[slots.length * 2];
            for (int place = 0; place < size; place++) {
                addOther(block(place).hash(placeInBlock(place)), place);
            }
        }
        return true;
    }

    private void addBlock() {
        if (size == MOST_IDS) {
            throw new IllegalStateException("a book must have " + MOST_IDS + " clients at most, but there are more");
        }
        blocks.add(new IdList());
    }

    /** Gives the slot where an id of a list is, or the free one where it would go. */
    private int slot(IdList list, int at, int hash) {
        int tag = tag(hash);
        int slot = home(hash);
        while (slots[slot] != 0 && ((slots[slot] & -slots.length) != tag || !isAt(place(slots[slot]), list, at))) {
            slot = next(slot);
        }
        return slot;
    }

    private boolean isAt(int place, IdList list, int at) {
        return block(place).isAt(placeInBlock(place), list, at);
    }

    /** Enters the place of an id that differs from all that are there. */
    private void addOther(int hash, int place) {
        int slot = home(hash);
        while (slots[slot] != 0) {
            slot = next(slot);
        }
        slots[slot] = tag(hash) | (place + 1);
    }

    /**
     * Gives the slot where a search begins. Ids that are numbered one by one have hashes side by side, and so get slots side by
     * side: the processor fetches a line of these at once.
     */
    private int home(int hash) {
        // The upper bits of the product are the well-mixed ones.
        int line = ((hash >>> LINE_BITS) * GOLDEN_RATIO) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
        return (line & -SLOTS_OF_LINE) | (hash & (SLOTS_OF_LINE - 1));
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    /** Gives upper bits, which a place does not need, mixed in another way than those of the {@link #home}. */
    private int tag(int hash) {
        return (hash * ODD) & -slots.length;
    }

    private int place(int slot) {
        return (slot & (slots.length - 1)) - 1;
    }

    /** Gives some of the ids, in the order of their places there. */
    Ids gather(int[] places, int from, int to) {
        Ids gathered = new Ids();
        for (int i = from; i < to; i++) {
            IdList block = block(places[i]);
            int at = placeInBlock(places[i]);
            gathered.addIfAbsent(block, at, block.hash(at)); // they differ, as all do
        }
        return gathered.trimmed();
    }

    /** Gives a list that can grow no more, without spare room. */
    Ids trimmed() {
        return new Ids(blocks.stream().map(IdList::trimmed).toList(), size, slots.clone());
    }
}
