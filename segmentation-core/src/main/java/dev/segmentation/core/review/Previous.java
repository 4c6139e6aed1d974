package dev.segmentation.core.review;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of last time: which client was in which segment, since when, and, for the causes of moves, the book and the
 * scheme of then.
 */
public final class Previous {

    /** The day of a last time of which it is not known; before all others. */
    public static final LocalDate UNKNOWN = LocalDate.MIN;

    private final LocalDate date;

    /** The clients, and the names of their segments, in the order of last time. */
    private final String[] ids;

    private final String[] names;

    private final Set<String> segmentNames;

    /** Made when a client is not at the place where it was, which mostly does not happen. */
    private volatile @Nullable Map<String, Integer> rowOf;

    private final Map<String, LocalDate> sinceOf;
    private final @Nullable Segmentation rule;
    private final @Nullable SegmentationScheme scheme;

    private Previous(
            LocalDate date,
            String[] ids,
            String[] names,
            Map<String, LocalDate> sinceOf,
            @Nullable Segmentation rule,
            @Nullable SegmentationScheme scheme) {
        this.date = Objects.requireNonNull(date, "date");
        this.ids = ids;
        this.names = names;
        this.segmentNames = new LinkedHashSet<>(Arrays.asList(names));
        this.sinceOf = sinceOf;
        this.rule = rule;
        this.scheme = scheme;
    }

    /**
     * Gives last time as it was done in memory, by the rule alone.
     *
     * @param result the outcome of last time
     * @param scheme the scheme of last time, as it was set
     * @param date when that was, or {@link #UNKNOWN}
     * @return last time
     */
    public static Previous of(Segmentation result, SegmentationScheme scheme, LocalDate date) {
        return new Previous(date, ids(result), names(result), Map.of(), result, scheme);
    }

    /**
     * Gives last time as it was reviewed in memory.
     *
     * @param result the outcome of last time
     * @return last time
     */
    public static Previous of(ReviewedSegmentation result) {
        Map<String, LocalDate> since = new HashMap<>();
        for (int row = 0; row < result.size(); row++) {
            String id = result.book().client(row).id();
            since.put(id, result.since(row).orElse(UNKNOWN));
        }
        return new Previous(result.date(), ids(result), names(result), since, result.rule(), result.scheme());
    }

    private static String[] ids(Segmentation result) {
        String[] ids = new String[result.size()];
        Arrays.setAll(ids, row -> result.book().client(row).id());
        return ids;
    }

    private static String[] names(Segmentation result) {
        String[] names = new String[result.size()];
        Arrays.setAll(names, row -> result.segment(row).name());
        return names;
    }

    /**
     * Gives last time as it was written down: the segments that were decided, and the book of then, on which the scheme of
     * then is run again to find what its rule would have said.
     *
     * @param segmentOf the name of the segment by the client's id; copied
     * @param book the clients of then, with the values of then
     * @param scheme the scheme of then, as it was set
     * @param date when that was, or {@link #UNKNOWN}
     * @return last time
     */
    public static Previous of(
            Map<String, String> segmentOf, ClientBook book, SegmentationScheme scheme, LocalDate date) {
        Previous named = of(segmentOf, date);
        return new Previous(date, named.ids, named.names, Map.of(), scheme.segment(book), scheme);
    }

    /**
     * Gives last time as it was written down, with nothing known but the segments: the causes of moves cannot be told.
     *
     * @param segmentOf the name of the segment by the client's id; copied
     * @param date when that was, or {@link #UNKNOWN}
     * @return last time
     */
    public static Previous of(Map<String, String> segmentOf, LocalDate date) {
        Map<String, String> copy = Map.copyOf(segmentOf);
        String[] ids = copy.keySet().stream().sorted().toArray(String[]::new);
        String[] names = Arrays.stream(ids).map(copy::get).toArray(String[]::new);
        return new Previous(date, ids, names, Map.of(), null, null);
    }

    /**
     * Gives the same with the days on which clients came into their segments.
     *
     * @param newSinceOf the day by the client's id; for others it is the day of last time. Copied.
     * @return another
     */
    public Previous withSince(Map<String, LocalDate> newSinceOf) {
        return new Previous(date, ids, names, Map.copyOf(newSinceOf), rule, scheme);
    }

    /**
     * Gives the same with segments that are called otherwise now.
     *
     * @param newNames the new name by the old one
     * @return another
     * @throws IllegalArgumentException if an old name is none of last time's segments
     */
    public Previous withRenamed(Map<String, String> newNames) {
        for (String old : newNames.keySet()) {
            if (!segmentNames().contains(old)) {
                throw new IllegalArgumentException(
                        "only a segment of last time can be renamed, " + segmentNames() + ", but not '" + old + "'");
            }
        }
        String[] renamed = Arrays.stream(names)
                .map(name -> newNames.getOrDefault(name, name))
                .toArray(String[]::new);
        return new Previous(date, ids, renamed, sinceOf, rule, scheme);
    }

    LocalDate date() {
        return date;
    }

    Set<String> segmentNames() {
        return segmentNames;
    }

    Stream<String> clients() {
        return Arrays.stream(ids);
    }

    /** Gives the name of a client's segment, where the client was there. */
    Optional<String> segment(String clientId) {
        Integer row = rowOf().get(clientId);
        return row == null ? Optional.empty() : Optional.of(names[row]);
    }

    /** Does the same, with a guess of the client's place: books mostly keep their order. */
    @Nullable String segment(String clientId, int guess) {
        if (guess < ids.length && clientId.equals(ids[guess])) {
            return names[guess];
        }
        return segment(clientId).orElse(null);
    }

    private Map<String, Integer> rowOf() {
        Map<String, Integer> made = rowOf;
        if (made == null) {
            made = new HashMap<>();
            for (int row = 0; row < ids.length; row++) {
                made.put(ids[row], row);
            }
            rowOf = made;
        }
        return made;
    }

    LocalDate since(String clientId) {
        return sinceOf.getOrDefault(clientId, date);
    }

    Optional<Segmentation> rule() {
        return Optional.ofNullable(rule);
    }

    Optional<SegmentationScheme> scheme() {
        return Optional.ofNullable(scheme);
    }

    /** Gives one line: {@code Previous[2025-11-22, 250 clients]}. */
    @Override
    public String toString() {
        return "Previous[" + date + ", " + ids.length + " clients]";
    }
}
