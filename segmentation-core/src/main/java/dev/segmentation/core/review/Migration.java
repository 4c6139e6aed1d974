package dev.segmentation.core.review;

import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Who moved from last time to now, and why.
 *
 * <p>The places are the segments, the best first, and behind them unscored and absent. The matrix counts every client of then
 * and of now once: those who were absent joined, those who are absent left.
 */
public final class Migration {

    private final List<Segment> segments;
    private final long[][] counts;
    private final List<Move> moves;
    private final List<String> leavers;
    private final ReviewedSegmentation now;
    private final Previous previous;
    private final Decisions decisions;

    Migration(ReviewedSegmentation now, Previous previous, Decisions decisions, Causes causes) {
        this.now = now;
        this.previous = previous;
        this.decisions = decisions;
        this.segments = now.segments();
        int unscored = segments.size();
        int absent = unscored + 1;
        this.counts = new long[absent + 1][absent + 1];
        this.moves = new ArrayList<>();
        for (int row = 0; row < now.size(); row++) {
            int before = decisions.before(row) == Decisions.ABSENT ? absent : decisions.before(row);
            counts[before][decisions.now(row)]++;
            if (before != absent && before != decisions.now(row)) {
                moves.add(causes.of(row));
            }
        }
        this.leavers = previous.clients()
                .filter(id -> now.book().find(id).isEmpty())
                .sorted()
                .toList();
        for (String leaver : leavers) {
            counts[decisions.place(previous.segment(leaver).orElseThrow())][absent]++;
        }
    }

    /**
     * Gives the segments, the best first.
     *
     * @return the segments; unscored and absent are not among them
     */
    public List<Segment> segments() {
        return segments;
    }

    /**
     * Counts the clients that were in one segment and are in another, or in the same.
     *
     * @param from a segment, {@link Segment#UNSCORED}, or {@code null} for those who joined
     * @param to a segment, {@link Segment#UNSCORED}, or {@code null} for those who left
     * @return 0 or more
     * @throws IllegalArgumentException if it is no segment of the scheme, or both are {@code null}
     */
    public long count(@Nullable Segment from, @Nullable Segment to) {
        if (from == null && to == null) {
            throw new IllegalArgumentException("a client must have been there then or now");
        }
        return counts[place(from)][place(to)];
    }

    private int place(@Nullable Segment segment) {
        if (segment == null) {
            return segments.size() + 1;
        }
        int place = segment.isScored() ? segments.indexOf(segment) : segments.size();
        if (place < 0) {
            throw new IllegalArgumentException("there must be a segment '" + segment + "', but there are " + segments);
        }
        return place;
    }

    /**
     * Gives the clients that are elsewhere than last time, joiners and leavers aside.
     *
     * @return one move a client, in the order of the book
     */
    public List<Move> moves() {
        return List.copyOf(moves);
    }

    /**
     * Gives the ids of those who were there last time and are not now.
     *
     * @return the ids, in the order of the alphabet
     */
    public List<String> leavers() {
        return leavers;
    }

    /**
     * Adds up the causes of all moves.
     *
     * @return for each cause how many segments up, less how many down, it moved clients; causes that did nothing are left out
     */
    public Map<Cause, Integer> causes() {
        Map<Cause, Integer> all = new EnumMap<>(Cause.class);
        for (Move move : moves) {
            move.causes().forEach((cause, steps) -> all.merge(cause, steps, Integer::sum));
        }
        return all;
    }

    /**
     * Says whether the values of last time are known, so that outcomes can be told.
     *
     * @return whether they are
     */
    public boolean hasValues() {
        return previous.rule().isPresent();
    }

    /**
     * Tells what a measure was and is by segment, and from which clients the change came.
     *
     * @param measure the measure
     * @return one a segment, the best first, and behind them that of the unscored
     * @throws IllegalStateException if the values of last time are not known
     */
    public List<Outcome> outcome(Measure measure) {
        return outcomes(client -> client.measure(measure));
    }

    /**
     * Tells what a number made of a client was and is by segment, such as its profit, and from which clients the change
     * came.
     *
     * @param number makes the number; {@code NaN} where it is unknown, which counts for nothing
     * @return one a segment, the best first, and behind them that of the unscored
     * @throws IllegalStateException if the values of last time are not known
     */
    public List<Outcome> outcomes(ToDoubleFunction<Client> number) {
        ClientBook then = previous.rule()
                .map(Segmentation::book)
                .orElseThrow(() -> new IllegalStateException(
                        "an outcome needs the values of last time, but only its segments are known"));
        return Outcome.of(now, then, previous, decisions, leavers, number);
    }

    /** Gives one line: {@code Migration[12 moves, 3 left]}. */
    @Override
    public String toString() {
        return "Migration[" + moves.size() + " moves, " + leavers.size() + " left]";
    }
}
