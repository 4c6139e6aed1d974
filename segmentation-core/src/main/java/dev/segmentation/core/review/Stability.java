package dev.segmentation.core.review;

import dev.segmentation.api.InvalidSettingsException;
import dev.segmentation.api.Settings;
import dev.segmentation.api.Share;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What keeps clients from moving back and forth. A client is never moved further than the rule would move it.
 *
 * <p>The controls are asked in the order of {@link Control}: bands, steps, transitions, time, budget.
 *
 * <pre>{@code
 * Stability.none()
 *         .withBands(0.02, 0.03)   // to enter, be 2 % of the clients above the cut; to leave, 3 % below
 *         .withOneStep()
 *         .withMinimumMonths(12)
 *         .withMostMoves(25)
 * }</pre>
 */
public final class Stability {

    private static final Stability NONE = new Stability(null, null, false, null, 0, null);

    private final @Nullable Share enter;
    private final @Nullable Share leave;
    private final boolean isOneStep;

    /** The moves that are made, from one name to another; null for all. */
    private final @Nullable List<Map.Entry<String, String>> transitions;

    private final int minimumMonths;
    private final @Nullable Integer mostMoves;

    private Stability(
            @Nullable Share enter,
            @Nullable Share leave,
            boolean isOneStep,
            @Nullable List<Map.Entry<String, String>> transitions,
            int minimumMonths,
            @Nullable Integer mostMoves) {
        this.enter = enter;
        this.leave = leave;
        this.isOneStep = isOneStep;
        this.transitions = transitions;
        this.minimumMonths = minimumMonths;
        this.mostMoves = mostMoves;
    }

    /**
     * Gives no control: every client moves as the rule has it, but for what the scheme itself does not allow.
     *
     * @return no control
     */
    public static Stability none() {
        return NONE;
    }

    /**
     * Gives the same with bands around the cuts, as shares of the ranked clients, or of the total where the cuts are those
     * of a total. A scheme that does not rank has no cuts and no bands.
     *
     * <p>With a cut at 10 % of 200 clients, and bands of 0.02 and 0.03, a client moves up across it among the best 16, and
     * down below the best 26; between them it stays where it was.
     *
     * @param toEnter how far above a cut a client must be to move up across it; 0 or more, below 1
     * @param toLeave how far below a cut a client must be to move down across it; 0 or more, below 1
     * @return other controls
     * @throws IllegalArgumentException if a band is not from 0 to below 1
     */
    public Stability withBands(double toEnter, double toLeave) {
        return new Stability(
                band("enter", toEnter), band("leave", toLeave), isOneStep, transitions, minimumMonths, mostMoves);
    }

    private static @Nullable Share band(String what, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "the band to " + what + " must be 0 or more and below 1, but was " + share);
        }
        return share == 0 ? null : Share.of(share);
    }

    /**
     * Gives the same with clients that move one segment at a time.
     *
     * @return other controls
     */
    public Stability withOneStep() {
        return new Stability(enter, leave, true, transitions, minimumMonths, mostMoves);
    }

    /**
     * Gives the same with these moves alone; others are not made.
     *
     * @param newTransitions the names of the segments from and to which clients move; copied
     * @return other controls
     */
    public Stability withTransitions(List<Map.Entry<String, String>> newTransitions) {
        return new Stability(enter, leave, isOneStep, List.copyOf(newTransitions), minimumMonths, mostMoves);
    }

    /**
     * Gives the same with a time that a client stays in a segment at least.
     *
     * @param months 0 or more
     * @return other controls
     * @throws IllegalArgumentException if the number is negative
     */
    public Stability withMinimumMonths(int months) {
        if (months < 0) {
            throw new IllegalArgumentException("the months in a segment must be 0 or more, but were " + months);
        }
        return new Stability(enter, leave, isOneStep, transitions, months, mostMoves);
    }

    /**
     * Gives the same with a number of moves that a review makes at most: the most certain ones, which are those that are
     * most places beyond the cut. Equally certain ones are made together, or not at all. What people decided does not count.
     *
     * @param moves 0 or more
     * @return other controls
     * @throws IllegalArgumentException if the number is negative
     */
    public Stability withMostMoves(int moves) {
        if (moves < 0) {
            throw new IllegalArgumentException("the most moves must be 0 or more, but were " + moves);
        }
        return new Stability(enter, leave, isOneStep, transitions, minimumMonths, moves);
    }

    /**
     * Reads the keys {@code enter_band}, {@code leave_band}, {@code one_step}, {@code transitions}, a list of groups of
     * {@code from} and {@code to}, {@code minimum_months} and {@code most_moves}; each may be left out.
     *
     * @param settings the settings
     * @return the controls
     * @throws InvalidSettingsException if a key is not known or a value is refused
     */
    public static Stability from(Settings settings) {
        settings.allow("enter_band", "leave_band", "one_step", "transitions", "minimum_months", "most_moves");
        double enter = settings.real("enter_band").orElse(0.0);
        double leave = settings.real("leave_band").orElse(0.0);
        Stability stability = settings.checked(
                settings.has("enter_band") ? "enter_band" : "leave_band", () -> none().withBands(enter, leave));
        if (settings.flag("one_step").orElse(false)) {
            stability = stability.withOneStep();
        }
        if (settings.has("transitions")) {
            List<Map.Entry<String, String>> moves = new ArrayList<>();
            for (Settings move : settings.groups("transitions").orElseThrow()) {
                move.allow("from", "to");
                moves.add(Map.entry(
                        move.text("from").orElseThrow(move.lacking("from")),
                        move.text("to").orElseThrow(move.lacking("to"))));
            }
            stability = stability.withTransitions(moves);
        }
        Stability soFar = stability;
        int months = settings.whole("minimum_months").orElse(0);
        Stability timed = settings.checked("minimum_months", () -> soFar.withMinimumMonths(months));
        return settings.whole("most_moves")
                .map(most -> settings.checked("most_moves", () -> timed.withMostMoves(most)))
                .orElse(timed);
    }

    boolean hasBands() {
        return enter != null || leave != null;
    }

    /** Gives the share at which a client enters: below the cut's by the band; nothing where nobody can. */
    Optional<Share> toEnter(Share cut) {
        return enter == null ? Optional.of(cut) : shifted(cut, enter, BigInteger::subtract);
    }

    /** Gives the share at which a client leaves: above the cut's by the band, at most all. */
    Optional<Share> toLeave(Share cut) {
        return leave == null ? Optional.of(cut) : shifted(cut, leave, BigInteger::add);
    }

    private static Optional<Share> shifted(Share cut, Share band, BinaryOperator<BigInteger> sign) {
        BigInteger numerator = sign.apply(
                cut.numerator().multiply(band.denominator()), band.numerator().multiply(cut.denominator()));
        BigInteger denominator = cut.denominator().multiply(band.denominator());
        if (numerator.signum() <= 0) {
            return Optional.empty();
        }
        return Optional.of(Share.of(numerator.min(denominator), denominator));
    }

    boolean isOneStep() {
        return isOneStep;
    }

    boolean allows(String from, String to) {
        return transitions == null || transitions.contains(Map.entry(from, to));
    }

    List<String> transitionNames() {
        return transitions == null
                ? List.of()
                : transitions.stream()
                        .flatMap(move -> Stream.of(move.getKey(), move.getValue()))
                        .toList();
    }

    int minimumMonths() {
        return minimumMonths;
    }

    OptionalInt mostMoves() {
        return mostMoves == null ? OptionalInt.empty() : OptionalInt.of(mostMoves);
    }

    /** Gives one line. */
    @Override
    public String toString() {
        return "Stability[enter " + enter + ", leave " + leave + ", one step " + isOneStep + ", " + minimumMonths
                + " months, most moves " + mostMoves + "]";
    }
}
