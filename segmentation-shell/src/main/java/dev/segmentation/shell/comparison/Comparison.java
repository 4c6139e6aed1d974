package dev.segmentation.shell.comparison;

import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The segments of two times, or of two schemes, side by side by the names of the segments: how many clients went from which to
 * which, and which clients.
 *
 * <p>Clients are matched by their ids. Those who are in the later outcome alone joined, those in the earlier one alone left.
 */
public final class Comparison {

    private final Map<String, String> before;
    private final Map<String, String> after;
    private final Map<String, String> reasons;
    private final List<String> segments;
    private final Map<@Nullable String, Map<@Nullable String, Long>> counts = new HashMap<>();

    private Comparison(
            Map<String, String> before,
            Map<String, String> after,
            Collection<String> segments,
            Map<String, String> reasons) {
        this.before = before;
        this.after = after;
        this.reasons = reasons;
        this.segments = List.copyOf(segments);
        after.forEach((client, segment) -> add(before.get(client), segment));
        before.forEach((client, segment) -> {
            if (!after.containsKey(client)) {
                add(segment, null);
            }
        });
    }

    private void add(@Nullable String from, @Nullable String to) {
        counts.computeIfAbsent(from, first -> new HashMap<>()).merge(to, 1L, Long::sum);
    }

    /**
     * Compares two outcomes as they were written down.
     *
     * @param before the name of the segment by the client's id; copied
     * @param after the same of later; copied
     * @return the comparison; its segments are in the order in which their first clients come
     */
    public static Comparison of(Map<String, String> before, Map<String, String> after) {
        Set<String> segments = new LinkedHashSet<>(before.values());
        segments.addAll(after.values());
        return new Comparison(new LinkedHashMap<>(before), new LinkedHashMap<>(after), segments, Map.of());
    }

    /**
     * Compares two outcomes, of one scheme or of two.
     *
     * @param before the one
     * @param after the later one
     * @return the comparison; its segments are in their own order, the best first
     */
    public static Comparison of(Segmentation before, Segmentation after) {
        Set<String> segments = new LinkedHashSet<>();
        before.segments().forEach(segment -> segments.add(segment.name()));
        after.segments().forEach(segment -> segments.add(segment.name()));
        if (before.count(Segment.UNSCORED) + after.count(Segment.UNSCORED) > 0) {
            segments.add(Segment.UNSCORED.name());
        }
        return new Comparison(names(before), names(after), segments, Map.of());
    }

    private static Map<String, String> names(Segmentation result) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int row = 0; row < result.size(); row++) {
            names.put(result.book().client(row).id(), result.segment(row).name());
        }
        return names;
    }

    /**
     * Gives the same with the reasons of the moves.
     *
     * @param newReasons the reason by the client's id; copied
     * @return another comparison
     */
    public Comparison withReasons(Map<String, String> newReasons) {
        return new Comparison(before, after, segments, Map.copyOf(newReasons));
    }

    /**
     * Gives the same with the segments in another order.
     *
     * @param first the names of those that come first; what is no segment of either time is left out
     * @return another comparison; the segments that are not named come behind, in the order in which they were
     */
    public Comparison withFirst(List<String> first) {
        Set<String> ordered = new LinkedHashSet<>(first);
        ordered.retainAll(segments);
        ordered.addAll(segments);
        return new Comparison(before, after, ordered, reasons);
    }

    /**
     * Gives the names of the segments of either time.
     *
     * @return the names
     */
    public List<String> segments() {
        return segments;
    }

    /**
     * Counts the clients that went from one segment to another, or stayed.
     *
     * @param from the name of a segment, or {@code null} for those who joined
     * @param to the name of a segment, or {@code null} for those who left
     * @return 0 or more
     */
    public long count(@Nullable String from, @Nullable String to) {
        Map<@Nullable String, Long> fromThere = counts.get(from);
        return fromThere == null ? 0 : fromThere.getOrDefault(to, 0L);
    }

    /**
     * Gives the clients that are elsewhere, those who joined or left aside.
     *
     * @return one move a client, in the order of the later outcome
     */
    public List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        after.forEach((client, to) -> {
            String from = before.get(client);
            if (from != null && !from.equals(to)) {
                moves.add(new Move(client, from, to, reasons.getOrDefault(client, "")));
            }
        });
        return Collections.unmodifiableList(moves);
    }

    /** Gives one line: {@code Comparison[12 moved, 3 joined, 1 left]}. */
    @Override
    public String toString() {
        long joined = segments.stream().mapToLong(to -> count(null, to)).sum();
        long left = segments.stream().mapToLong(from -> count(from, null)).sum();
        return "Comparison[" + moves().size() + " moved, " + joined + " joined, " + left + " left]";
    }

    /**
     * A client that is elsewhere.
     *
     * @param clientId the client
     * @param from the name of the segment where it was
     * @param to the name of the segment where it is
     * @param reason why; empty where that is not known
     */
    public record Move(String clientId, String from, String to, String reason) {

        /** Gives one line: {@code C-0042: Gold to Platinum}. */
        @Override
        public String toString() {
            return clientId + ": " + from + " to " + to + (reason.isEmpty() ? "" : " (" + reason + ")");
        }
    }
}
