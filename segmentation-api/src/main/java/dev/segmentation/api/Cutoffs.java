package dev.segmentation.api;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cuts through a ranked book, the best first, and the tier of any client by its keys.
 *
 * <p>Three cuts make four tiers: 0 above the first cut, 3 below the last. The value mentions no client, is small, and
 * places clients that came after the book.
 */
public final class Cutoffs implements Serializable {

    private static final long serialVersionUID = 1;

    /** What the shares are shares of; nothing for clients. */
    private final @Nullable Measure total;

    private final long size;
    private final Cut[] cuts;

    /** Keys of the boundaries, one row a cut, so that placing a client unboxes nothing. */
    private final double[][] boundaries;

    private Cutoffs(@Nullable Measure total, long size, Cut... cuts) {
        this.total = total;
        this.size = size;
        this.cuts = cuts;
        this.boundaries = Arrays.stream(cuts)
                .map(cut ->
                        cut.boundary().stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    /**
     * Gives the cuts as a value.
     *
     * @param size how many clients were ranked
     * @param cuts at least one, the best first, all with as many keys; copied
     * @return the cut-offs
     * @throws IllegalArgumentException if there is no cut, the numbers of keys differ, a cut holds more clients than there
     *     are, or a cut does not lie behind the one before it
     */
    public static Cutoffs of(long size, List<Cut> cuts) {
        List<Cut> copy = List.copyOf(cuts);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one cut, but there is none");
        }
        int keys = copy.get(0).boundary().size();
        long before = 0;
        for (int i = 0; i < copy.size(); i++) {
            Cut cut = copy.get(i);
            if (cut.boundary().size() != keys || cut.count() < before || cut.count() > size) {
                throw new IllegalArgumentException("cuts must have equally many keys and hold rising numbers of the "
                        + size + " clients, but cut " + (i + 1) + " of " + copy.size() + " has "
                        + cut.boundary().size() + " keys and holds " + cut.count());
            }
            before = cut.count();
            if (i > 0) {
                checkBehind(copy.get(i - 1), cut, i + 1);
            }
        }
        return new Cutoffs(null, size, copy.toArray(new Cut[0]));
    }

    /**
     * Reads what {@link #settings} gives: the same cut-offs, to the bit.
     *
     * @param settings the settings
     * @return the cut-offs
     * @throws InvalidSettingsException if something is not there or refused
     */
    public static Cutoffs from(Settings settings) {
        settings.allow("size", "cuts", "total");
        List<Cut> cuts = settings.groups("cuts").orElseThrow(settings.lacking("cuts")).stream()
                .map(Cut::from)
                .toList();
        Cutoffs cutoffs = settings.checked("cuts", () -> of(Cut.count(settings, "size"), cuts));
        return settings.measure("total").map(cutoffs::withTotal).orElse(cutoffs);
    }

    /**
     * Gives the same as plain data.
     *
     * @return the settings
     */
    public Settings settings() {
        Settings settings = Settings.empty()
                .with("size", size)
                .with("cuts", Arrays.stream(cuts).map(Cut::settings).toList());
        return total == null ? settings : settings.with("total", total);
    }

    /**
     * Gives the same cuts, marked as shares of the total of a measure and not of the number of clients.
     *
     * @param newTotal the measure that was added up
     * @return other cut-offs
     */
    public Cutoffs withTotal(Measure newTotal) {
        return new Cutoffs(Objects.requireNonNull(newTotal, "total"), size, cuts);
    }

    /**
     * Says what the asked shares are shares of.
     *
     * @return the measure whose total they share, or nothing where they are shares of the clients
     */
    public Optional<Measure> total() {
        return Optional.ofNullable(total);
    }

    private static void checkBehind(Cut better, Cut worse, int place) {
        int order = 0;
        for (int k = 0; k < better.boundary().size() && order == 0; k++) {
            order = Double.compare(
                    better.boundary().get(k) + 0.0, worse.boundary().get(k) + 0.0);
        }
        if (order < 0 || better.asked().compareTo(worse.asked()) >= 0) {
            throw new IllegalArgumentException(
                    "cuts must come with rising shares and falling boundaries, but cut " + place + " does not");
        }
    }

    /**
     * Gives how many clients were ranked; those with an unknown key are not among them.
     *
     * @return the number
     */
    public long size() {
        return size;
    }

    /**
     * Gives the cuts, the best first.
     *
     * @return at least one cut
     */
    public List<Cut> cuts() {
        return List.of(cuts);
    }

    /**
     * Gives the tier of a client with these keys: how many cuts it lies below.
     *
     * @param keys as many as the boundaries have, greater is better; none {@code NaN}
     * @return 0 above the first cut, the number of cuts below the last
     * @throws IllegalArgumentException if the number of keys differs or one is {@code NaN}
     */
    public int tier(double... keys) {
        if (keys.length != boundaries[0].length) {
            throw new IllegalArgumentException(
                    "there must be " + boundaries[0].length + " keys, but there are " + keys.length);
        }
        for (int k = 0; k < keys.length; k++) {
            if (Double.isNaN(keys[k])) {
                throw new IllegalArgumentException(
                        "a key must be known, but key " + (k + 1) + " of " + keys.length + " is NaN");
            }
        }
        return knownTier(keys);
    }

    /**
     * Gives the tiers of many clients by one key, some nanoseconds each.
     *
     * @param keys the keys, greater is better; neither changed nor kept
     * @return the tier of each; -1 for {@code NaN}
     * @throws IllegalArgumentException if the cuts were made by more than one key, or there are more than 127
     */
    public byte[] tiers(double[] keys) {
        byte[] tiers = new byte[keys.length];
        tiers(keys, 0, keys.length, tiers);
        return tiers;
    }

    /**
     * Writes the tiers of a part of many clients, so that several threads can each do one.
     *
     * @param keys the keys, greater is better; not changed
     * @param from the first to place
     * @param to the one behind the last to place
     * @param result takes the tiers at the same places; -1 for {@code NaN}
     * @throws IndexOutOfBoundsException if the part is not within both arrays
     * @throws IllegalArgumentException if the cuts were made by more than one key, or there are more than 127
     */
    public void tiers(double[] keys, int from, int to, byte[] result) {
        Objects.checkFromToIndex(from, to, Math.min(keys.length, result.length));
        if (boundaries[0].length != 1) {
            throw new IllegalArgumentException("there must be " + boundaries[0].length + " keys, but there is 1");
        }
        if (cuts.length > Byte.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "there must be at most 127 cuts to give tiers as bytes, but there are " + cuts.length);
        }
        double[] first =
                Arrays.stream(boundaries).mapToDouble(boundary -> boundary[0]).toArray();
        new TierLabels(first, inclusive()).label(keys, from, to, result);
    }

    /**
     * Gives the tiers of many clients by all keys.
     *
     * @param keys one array a key, all of one length; neither changed nor kept
     * @return the tier of each client; -1 where a key is {@code NaN}
     * @throws IllegalArgumentException if the number of keys or the lengths differ
     */
    public int[] tiers(double[][] keys) {
        if (keys.length != boundaries[0].length) {
            throw new IllegalArgumentException(
                    "there must be " + boundaries[0].length + " keys, but there are " + keys.length);
        }
        for (double[] key : keys) {
            if (key.length != keys[0].length) {
                throw new IllegalArgumentException(
                        "keys must be of one length, but lengths are " + keys[0].length + " and " + key.length);
            }
        }
        if (TwoKeyLabels.isFor(boundaries)) {
            TwoKeyLabels labels = new TwoKeyLabels(boundaries, inclusive());
            if (labels.canLabel()) {
                return labels.label(keys[0], keys[1]);
            }
        }
        KeyLabels labels = new KeyLabels(boundaries, inclusive());
        if (labels.canLabel()) {
            return labels.label(keys);
        }
        int[] tiers = new int[keys[0].length];
        double[] row = new double[keys.length];
        for (int i = 0; i < tiers.length; i++) {
            tiers[i] = tier(keys, i, row);
        }
        return tiers;
    }

    private boolean[] inclusive() {
        boolean[] inclusive = new boolean[cuts.length];
        for (int c = 0; c < cuts.length; c++) {
            inclusive[c] = cuts[c].inclusive();
        }
        return inclusive;
    }

    private int tier(double[][] keys, int i, double[] row) {
        for (int k = 0; k < row.length; k++) {
            row[k] = keys[k][i];
            if (Double.isNaN(row[k])) {
                return -1;
            }
        }
        return knownTier(row);
    }

    private int knownTier(double[] keys) {
        int tier = 0;
        while (tier < boundaries.length && isBelow(keys, tier)) {
            tier++;
        }
        return tier;
    }

    private boolean isBelow(double[] keys, int cut) {
        double[] boundary = boundaries[cut];
        for (int k = 0; k < keys.length; k++) {
            // Comparing with < and > makes -0.0 and 0.0 equal.
            if (keys[k] != boundary[k]) {
                return keys[k] < boundary[k];
            }
        }
        return !cuts[cut].inclusive();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cutoffs that
                && Objects.equals(total, that.total)
                && size == that.size
                && Arrays.equals(cuts, that.cuts);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hash(total, size) + Arrays.hashCode(cuts);
    }

    /** Gives one line: {@code Cutoffs[3 cuts of 250 clients]}. */
    @Override
    public String toString() {
        return "Cutoffs[" + cuts.length + " cuts of " + size + " clients]";
    }
}
