package dev.segmentation.schemes.plan;

import dev.segmentation.api.Segment;
import dev.segmentation.api.Settings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who gets a service: everyone, the clients of a segment and of all better ones, or those of some segments alone. */
public final class Recipients {

    private static final String ALL = "all";

    private final List<String> segments;
    private final boolean andBetter;

    private Recipients(List<String> segments, boolean andBetter) {
        this.segments = List.copyOf(segments);
        this.andBetter = andBetter;
    }

    /**
     * Gives every client, those that could not be judged included.
     *
     * @return the recipients
     */
    public static Recipients all() {
        return new Recipients(List.of(), false);
    }

    /**
     * Gives the clients of a segment and of all better ones: of Gold, those of Platinum and Gold.
     *
     * @param segment the name of the worst segment that gets the service
     * @return the recipients
     */
    public static Recipients andBetter(String segment) {
        return new Recipients(List.of(segment), true);
    }

    /**
     * Gives the clients of some segments alone.
     *
     * @param segments their names, at least one
     * @return the recipients
     * @throws IllegalArgumentException if there is no name
     */
    public static Recipients only(List<String> segments) {
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one segment, but there is none");
        }
        return new Recipients(segments, false);
    }

    /**
     * Gives the segments that are named.
     *
     * @return their names; empty where all clients get the service
     */
    public List<String> segments() {
        return segments;
    }

    /** Says whether the clients of a segment, or the unscored ones, are among them; the names are all known. */
    boolean include(Segment segment, List<Segment> all) {
        if (segments.isEmpty() || segments.contains(segment.name())) {
            return true;
        }
        return andBetter
                && all.stream()
                        .anyMatch(worst -> worst.name().equals(segments.get(0))
                                && segment.isScored()
                                && segment.order() < worst.order());
    }

    /** Reads {@code "all"}, {@code {"and_better": "Gold"}} or {@code {"only": ["Platinum", "Gold"]}}. */
    static Optional<Recipients> from(Settings settings, String key) {
        if (!settings.has(key)) {
            return Optional.empty();
        }
        if (settings.isText(key)) {
            String text = settings.text(key).orElse("");
            return Optional.of(settings.checked(key, () -> {
                if (!text.equals(ALL)) {
                    throw new IllegalArgumentException(
                            "must be \"all\", or a group with and_better or only, but was '" + text + "'");
                }
                return all();
            }));
        }
        Settings group = settings.group(key).orElseThrow(settings.lacking(key));
        group.allow("and_better", "only");
        if (group.has("and_better") == group.has("only")) {
            return settings.checked(key, () -> {
                throw new IllegalArgumentException("there must be either and_better or only");
            });
        }
        if (group.has("and_better")) {
            return group.text("and_better").map(Recipients::andBetter);
        }
        List<String> names = group.texts("only").orElseThrow(group.lacking("only"));
        return Optional.of(group.checked("only", () -> only(names)));
    }

    /** Gives what {@link #from} reads. */
    Object plain() {
        if (segments.isEmpty()) {
            return ALL;
        }
        return andBetter
                ? Settings.empty().with("and_better", segments.get(0))
                : Settings.empty().with("only", segments);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Recipients that && segments.equals(that.segments) && andBetter == that.andBetter;
    }

    @Override
    public int hashCode() {
        return 31 * segments.hashCode() + Boolean.hashCode(andBetter);
    }

    /** Gives words: {@code all}, {@code Gold and better}, {@code Platinum, Gold only}. */
    @Override
    public String toString() {
        return segments.isEmpty() ? ALL : String.join(", ", segments) + (andBetter ? " and better" : " only");
    }
}
