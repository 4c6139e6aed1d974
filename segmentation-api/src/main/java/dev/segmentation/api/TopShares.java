package dev.segmentation.api;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which cuts to make: cumulative shares of the clients, counted from the best.
 *
 * <p>{@code TopShares.of(0.10, 0.25, 0.50)} asks for three cuts: after the best 10 %, after the best 25 % and after the
 * best 50 %. Of 250 clients these are 25, 63 and 125, with {@link Rounding#NEAREST} and {@link TiePolicy#PROMOTE}
 * unless told otherwise.
 */
public final class TopShares implements Serializable {

    private static final long serialVersionUID = 1;

    private final Share[] shares;
    private final Rounding rounding;
    private final TiePolicy ties;
    private final int minimum;

    private TopShares(Share[] shares, Rounding rounding, TiePolicy ties, int minimum) {
        this.shares = shares;
        this.rounding = Objects.requireNonNull(rounding, "rounding");
        this.ties = Objects.requireNonNull(ties, "ties");
        this.minimum = minimum;
    }

    /**
     * Gives cuts at these shares; each means its shortest decimal text.
     *
     * @param shares each in (0, 1], each greater than the one before
     * @return the cuts
     * @throws IllegalArgumentException if there is none, one is outside (0, 1], or they do not rise
     */
    public static TopShares of(double... shares) {
        List<Share> exact = new ArrayList<>(shares.length);
        for (int i = 0; i < shares.length; i++) {
            if (!(shares[i] > 0 && shares[i] <= 1)) {
                throw new IllegalArgumentException("share must be in (0, 1], but was " + shares[i] + " (cut " + (i + 1)
                        + " of " + shares.length + ")");
            }
            exact.add(Share.of(shares[i]));
        }
        return of(exact);
    }

    /**
     * Gives cuts at these shares.
     *
     * @param shares each greater than the one before; copied
     * @return the cuts
     * @throws IllegalArgumentException if there is none or they do not rise
     */
    public static TopShares of(List<Share> shares) {
        List<Share> copy = List.copyOf(shares);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one share, but there is none");
        }
        for (int i = 1; i < copy.size(); i++) {
            if (copy.get(i).compareTo(copy.get(i - 1)) <= 0) {
                throw new IllegalArgumentException("shares are cumulative and must rise, but " + copy.get(i)
                        + " comes after " + copy.get(i - 1) + " (cut " + (i + 1) + " of " + copy.size() + ")");
            }
        }
        return new TopShares(copy.toArray(new Share[0]), Rounding.NEAREST, TiePolicy.PROMOTE, 0);
    }

    /**
     * Reads the keys {@code shares}, {@code rounding}, {@code ties} and {@code minimum}, the last three as {@link #of}
     * has them where they are not there.
     *
     * @param settings the settings; other keys are not looked at
     * @return the cuts
     * @throws InvalidSettingsException if there are no shares, or a value is refused
     */
    public static TopShares from(Settings settings) {
        List<Share> shares = settings.shares("shares").orElseThrow(settings.lacking("shares"));
        TopShares cuts = settings.checked("shares", () -> of(shares));
        int minimum = settings.whole("minimum").orElse(cuts.minimum());
        return settings.checked("minimum", () -> cuts.withMinimum(minimum))
                .withRounding(settings.choice("rounding", Rounding.class).orElse(cuts.rounding()))
                .withTies(settings.choice("ties", TiePolicy.class).orElse(cuts.ties()));
    }

    /**
     * Gives the same cuts with what settings name of the keys that {@link #from} reads; the others stay as they are.
     *
     * @param settings the settings
     * @return other cuts
     * @throws InvalidSettingsException if there is another key, or a value is refused
     */
    public TopShares withSettings(Settings settings) {
        Settings all = settings.allow("shares", "rounding", "ties", "minimum");
        for (Map.Entry<String, Object> own : settings().toMap().entrySet()) {
            all = all.has(own.getKey()) ? all : all.with(own.getKey(), own.getValue());
        }
        return from(all);
    }

    /**
     * Gives the same as plain data, which {@link #from} reads.
     *
     * @return the settings
     */
    public Settings settings() {
        return Settings.empty()
                .with("shares", shares().stream().map(Share::toString).toList())
                .with("rounding", rounding)
                .with("ties", ties)
                .with("minimum", minimum);
    }

    /**
     * Gives the same cuts with another rounding.
     *
     * @param newRounding how a share of clients becomes a whole number
     * @return other cuts
     */
    public TopShares withRounding(Rounding newRounding) {
        return new TopShares(shares, newRounding, ties, minimum);
    }

    /**
     * Gives the same cuts with another tie policy.
     *
     * @param newTies what happens to equal clients at a cut
     * @return other cuts
     */
    public TopShares withTies(TiePolicy newTies) {
        return new TopShares(shares, rounding, newTies, minimum);
    }

    /**
     * Gives the same cuts, with some clients at least between each and the one before, as long as there are enough.
     *
     * <p>The top 10 % of four clients rounds to none; with a minimum of 1 it is one.
     *
     * @param newMinimum the least number of clients, 0 or more
     * @return other cuts
     * @throws IllegalArgumentException if the number is negative
     */
    public TopShares withMinimum(int newMinimum) {
        if (newMinimum < 0) {
            throw new IllegalArgumentException("the minimum must be 0 or more, but was " + newMinimum);
        }
        return new TopShares(shares, rounding, ties, newMinimum);
    }

    /**
     * Gives the cumulative shares, rising.
     *
     * @return at least one share
     */
    public List<Share> shares() {
        return List.of(shares);
    }

    /**
     * Says how a share of clients becomes a whole number.
     *
     * @return the rounding
     */
    public Rounding rounding() {
        return rounding;
    }

    /**
     * Says what happens to equal clients at a cut.
     *
     * @return the policy
     */
    public TiePolicy ties() {
        return ties;
    }

    /**
     * Gives the least number of clients between a cut and the one before.
     *
     * @return 0 or more
     */
    public int minimum() {
        return minimum;
    }

    /**
     * Gives how many of the clients lie above each cut when they are counted off, ties aside.
     *
     * @param clients how many there are
     * @return one number for each share, never falling
     */
    public long[] counts(long clients) {
        long[] counts = new long[shares.length];
        long before = 0;
        for (int c = 0; c < counts.length; c++) {
            long least = Math.min(clients, before + minimum);
            counts[c] = Math.max(least, shares[c].count(clients, rounding));
            before = counts[c];
        }
        return counts;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TopShares that
                && Arrays.equals(shares, that.shares)
                && rounding == that.rounding
                && ties == that.ties
                && minimum == that.minimum;
    }

    @Override
    public int hashCode() {
        return Objects.hash(shares(), rounding, ties, minimum);
    }

    /** Gives one line: {@code TopShares[10%, 25%, 50%, NEAREST, PROMOTE]}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("TopShares[");
        shares().forEach(share -> text.append(share).append(", "));
        return text.append(rounding).append(", ").append(ties).append(']').toString();
    }
}
