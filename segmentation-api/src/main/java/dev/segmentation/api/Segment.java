package dev.segmentation.api;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named group of clients, with its tier order and what it calls for.
 *
 * @param name what the group is called, such as {@code Platinum}; not blank
 * @param order its place among the segments of its scheme: 1 is the best
 * @param description who belongs to it, in a sentence
 * @param action what to do for these clients, in a sentence
 */
public record Segment(String name, int order, String description, String action) implements Serializable {

    /**
     * The place of a client that a scheme could not judge because something about it is unknown.
     *
     * <p>It is no segment of any scheme: it is not counted among a scheme's segments, and its order is behind all.
     */
    public static final Segment UNSCORED = new Segment(
            "Unscored",
            Integer.MAX_VALUE,
            "Not judged: something the scheme needs is not known.",
            "Find out what is missing.");

    /**
     * Checks the parts.
     *
     * @param name see {@link #name()}
     * @param order see {@link #order()}
     * @param description see {@link #description()}
     * @param action see {@link #action()}
     * @throws IllegalArgumentException if the name is blank or that of {@link #UNSCORED}, or the order below 1
     */
    public Segment {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(action, "action");
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of a segment must not be blank");
        }
        if (name.equalsIgnoreCase("Unscored") && order != Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "the name of a segment must not be '" + name + "', as that is the place of clients not judged");
        }
        if (order < 1) {
            throw new IllegalArgumentException("the order of segment " + name + " must be 1 or more, but was " + order);
        }
    }

    /** Segments stand as keys in maps that are asked for each client: what a record does by itself takes longer. */
    @Override
    public int hashCode() {
        return 31 * name.hashCode() + order;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Segment that
                        && order == that.order
                        && name.equals(that.name)
                        && description.equals(that.description)
                        && action.equals(that.action));
    }

    /**
     * Gives a segment that is described by its name alone.
     *
     * @param name what the group is called
     * @param order its place: 1 is the best
     * @return the segment
     * @throws IllegalArgumentException if the name is blank or the order below 1
     */
    public static Segment of(String name, int order) {
        return new Segment(name, order, "", "");
    }

    /**
     * Reads segments from a list of groups of {@code name}, {@code description} and {@code action}, the last two empty
     * where they are not there. The first is of order 1, the next of order 2, and so on.
     *
     * @param settings where the list is
     * @param key the key of the list
     * @return the segments, or nothing if the key is not there
     * @throws InvalidSettingsException if a value is refused
     */
    public static Optional<List<Segment>> listFrom(Settings settings, String key) {
        return settings.groups(key).map(groups -> {
            List<Segment> segments = new ArrayList<>();
            for (Settings group : groups) {
                group.allow("name", "description", "action");
                String name = group.text("name").orElseThrow(group.lacking("name"));
                segments.add(group.checked(
                        "name",
                        () -> new Segment(
                                name,
                                segments.size() + 1,
                                group.text("description").orElse(""),
                                group.text("action").orElse(""))));
            }
            return List.copyOf(segments);
        });
    }

    /**
     * Gives the same as plain data, but for the order, which is the place in a list of segments.
     *
     * @return the settings
     */
    public Settings settings() {
        return Settings.empty()
                .with("name", name)
                .with("description", description)
                .with("action", action);
    }

    /**
     * Says whether this is a real segment and not the mark {@link #UNSCORED}.
     *
     * @return whether a client in it was judged
     */
    public boolean isScored() {
        return !equals(UNSCORED);
    }

    /** Gives the name. */
    @Override
    public String toString() {
        return name;
    }
}
