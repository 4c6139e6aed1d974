package dev.segmentation.schemes.plan;

import dev.segmentation.api.Segment;
import dev.segmentation.api.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the practice does for clients: who gets it, how often or on which occasion, who does it, and what it takes.
 *
 * <pre>{@code
 * Service.of("Review meeting", "adviser")
 *         .withTouches(Map.of("Platinum", 4, "Gold", 2))      // those segments alone
 *         .withChannel("meeting")
 *         .withMinutes(60, 90)                                // to prepare, and with the client
 * Service.of("Birthday card", "assistant")
 *         .onOccasion(Occasion.everyYear("birthday"))         // everyone
 *         .withMinutes(5, 0)
 *         .withCost(3)
 * }</pre>
 *
 * <p>Unless set, everyone gets it once a year, by no particular channel, at no minutes and no cost.
 */
public final class Service {

    private static final int MOST_TOUCHES = 366;
    private static final int MOST_MINUTES = 10_080;

    private final String name;
    private final String role;
    private final Recipients recipients;

    /** A year, for each recipient; where it differs by segment, empty for those that do not get the service. */
    private final int touches;

    private final Map<String, Integer> touchesOf;
    private final @Nullable Occasion occasion;
    private final String channel;
    private final int preparation;
    private final int contact;
    private final double cost;

    private Service(Parts parts) {
        this.name = parts.name;
        this.role = parts.role;
        this.recipients = parts.recipients;
        this.touches = parts.touches;
        this.touchesOf = mostFirst(parts.touchesOf);
        this.occasion = parts.occasion;
        this.channel = parts.channel;
        this.preparation = parts.preparation;
        this.contact = parts.contact;
        this.cost = parts.cost;
    }

    /** Gives the same whatever the order of a map: that of a map of the JDK can differ from run to run. */
    private static Map<String, Integer> mostFirst(Map<String, Integer> touches) {
        Map<String, Integer> sorted = new LinkedHashMap<>();
        touches.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEachOrdered(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** Says whether how often differs by segment. */
    boolean hasTouchesBySegment() {
        return !touchesOf.isEmpty();
    }

    /**
     * Gives a service that everyone gets once a year.
     *
     * @param name what it is called; not blank
     * @param role who does it, one of the team's roles; not blank
     * @return the service
     * @throws IllegalArgumentException if one of them is blank
     */
    public static Service of(String name, String role) {
        checkNotBlank("name", name);
        checkNotBlank("role", role);
        return new Service(new Parts(name, role));
    }

    private static void checkNotBlank(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
    }

    /**
     * Gives the same service for other clients.
     *
     * @param newRecipients who gets it
     * @return another service
     */
    public Service withRecipients(Recipients newRecipients) {
        Parts parts = new Parts(this);
        parts.recipients = Objects.requireNonNull(newRecipients, "recipients");
        parts.touchesOf = Map.of();
        return new Service(parts);
    }

    /**
     * Gives the same service so many times a year, evenly spaced.
     *
     * @param timesAYear from 1 to 366
     * @return another service
     * @throws IllegalArgumentException if the number is not
     */
    public Service withTouches(int timesAYear) {
        Parts parts = new Parts(this);
        parts.touches = checkedTouches(timesAYear);
        parts.touchesOf = Map.of();
        parts.occasion = null;
        return new Service(parts);
    }

    /**
     * Gives the same service for some segments alone, for each so many times a year, evenly spaced.
     *
     * @param timesAYear from 1 to 366, by the name of the segment; copied
     * @return another service
     * @throws IllegalArgumentException if there is no segment or a number is not in that range
     */
    public Service withTouches(Map<String, Integer> timesAYear) {
        Parts parts = new Parts(this);
        parts.recipients = Recipients.only(timesAYear.keySet().stream().sorted().toList());
        parts.touchesOf = timesAYear;
        timesAYear.values().forEach(Service::checkedTouches);
        parts.occasion = null;
        return new Service(parts);
    }

    private static int checkedTouches(int timesAYear) {
        if (timesAYear < 1 || timesAYear > MOST_TOUCHES) {
            throw new IllegalArgumentException(
                    "touches must be from 1 to " + MOST_TOUCHES + " a year, but was " + timesAYear);
        }
        return timesAYear;
    }

    /**
     * Gives the same service on an occasion in place of so many times a year.
     *
     * @param newOccasion the occasion
     * @return another service
     */
    public Service onOccasion(Occasion newOccasion) {
        Parts parts = new Parts(this);
        parts.occasion = Objects.requireNonNull(newOccasion, "occasion");
        parts.touches = 1;
        if (!touchesOf.isEmpty()) {
            parts.touchesOf = Map.of();
        }
        return new Service(parts);
    }

    /**
     * Gives the same service by a channel.
     *
     * @param newChannel in words, such as {@code meeting}, {@code call} or {@code mail}
     * @return another service
     */
    public Service withChannel(String newChannel) {
        Parts parts = new Parts(this);
        parts.channel = Objects.requireNonNull(newChannel, "channel");
        return new Service(parts);
    }

    /**
     * Gives the same service with the time that one touch takes.
     *
     * @param newPreparation minutes without the client, before and after, from 0 to 10,080
     * @param newContact minutes with the client, from 0 to 10,080
     * @return another service
     * @throws IllegalArgumentException if a number is not in that range
     */
    public Service withMinutes(int newPreparation, int newContact) {
        Parts parts = new Parts(this);
        parts.preparation = checkedMinutes("preparation", newPreparation);
        parts.contact = checkedMinutes("contact", newContact);
        return new Service(parts);
    }

    private static int checkedMinutes(String what, int minutes) {
        if (minutes < 0 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException(
                    what + " must be from 0 to " + MOST_MINUTES + " minutes, but was " + minutes);
        }
        return minutes;
    }

    /**
     * Gives the same service with what one touch costs beside the team's time, such as postage or a lunch.
     *
     * @param newCost an amount of 0 or more
     * @return another service
     * @throws IllegalArgumentException if the amount is negative or not finite
     */
    public Service withCost(double newCost) {
        if (!(newCost >= 0 && newCost < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("cost must be 0 or more and finite, but was " + newCost);
        }
        Parts parts = new Parts(this);
        parts.cost = newCost;
        return new Service(parts);
    }

    /**
     * Gives what it is called.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Gives who does it.
     *
     * @return the role
     */
    public String role() {
        return role;
    }

    /**
     * Gives who gets it.
     *
     * @return the recipients
     */
    public Recipients recipients() {
        return recipients;
    }

    /**
     * Gives the occasion on which it is given.
     *
     * @return the occasion, or nothing for a service of so many times a year
     */
    public Optional<Occasion> occasion() {
        return Optional.ofNullable(occasion);
    }

    /**
     * Gives by which channel.
     *
     * @return words; empty where that is not said
     */
    public String channel() {
        return channel;
    }

    /**
     * Gives the time that one touch takes.
     *
     * @return minutes, preparation and contact together
     */
    public int minutes() {
        return preparation + contact;
    }

    /**
     * Gives what one touch costs beside the team's time.
     *
     * @return an amount of 0 or more
     */
    public double cost() {
        return cost;
    }

    /**
     * Gives how often a client of a segment gets it in a year; on an occasion that comes every year, once.
     *
     * @param segment the segment, or {@link Segment#UNSCORED}
     * @param all the segments of the scheme
     * @return 0 or more; of an occasion that comes once, 1, whichever year it is
     */
    public int touches(Segment segment, List<Segment> all) {
        if (!recipients.include(segment, all)) {
            return 0;
        }
        return touchesOf.getOrDefault(segment.name(), touches);
    }

    static Service from(Settings settings) {
        settings.allow("name", "role", "for", "touches", "occasion", "channel", "preparation", "contact", "cost");
        String name = settings.text("name").orElseThrow(settings.lacking("name"));
        String role = settings.text("role").orElseThrow(settings.lacking("role"));
        Service service = settings.checked(name.isBlank() ? "name" : "role", () -> of(name, role));
        service = Recipients.from(settings, "for").map(service::withRecipients).orElse(service);
        service = often(settings, service);
        service = settings.text("channel").map(service::withChannel).orElse(service);
        int preparation = settings.whole("preparation").orElse(0);
        int contact = settings.whole("contact").orElse(0);
        double cost = settings.real("cost").orElse(0.0);
        Service set = service;
        Service timed = settings.checked("preparation", () -> set.withMinutes(preparation, 0));
        Service both = settings.checked("contact", () -> timed.withMinutes(preparation, contact));
        return settings.checked("cost", () -> both.withCost(cost));
    }

    private static Service often(Settings settings, Service service) {
        if (settings.has("occasion")) {
            if (settings.has("touches")) {
                return settings.checked("touches", () -> {
                    throw new IllegalArgumentException("it must not be there beside an occasion");
                });
            }
            Settings occasion = settings.group("occasion").orElseThrow(settings.lacking("occasion"));
            return service.onOccasion(settings.checked("occasion", () -> Occasion.from(occasion)));
        }
        if (!(settings.toMap().get("touches") instanceof Map)) {
            int touches = settings.whole("touches").orElse(1);
            return settings.checked("touches", () -> service.withTouches(touches));
        }
        if (settings.has("for")) {
            return settings.checked("for", () -> {
                throw new IllegalArgumentException("it must not be there beside touches by segment");
            });
        }
        Settings bySegment = settings.group("touches").orElseThrow(settings.lacking("touches"));
        Map<String, Integer> touches = new LinkedHashMap<>();
        for (String segment : bySegment.keys()) {
            int times = bySegment.whole(segment).orElse(0);
            touches.put(segment, bySegment.checked(segment, () -> checkedTouches(times)));
        }
        return settings.checked("touches", () -> service.withTouches(touches));
    }

    /** Gives what {@link #from} reads. */
    Settings settings() {
        Settings settings = Settings.empty().with("name", name).with("role", role);
        if (touchesOf.isEmpty()) {
            settings = settings.with("for", recipients.plain());
        }
        if (occasion != null) {
            settings = settings.with("occasion", occasion.settings());
        } else {
            settings = settings.with("touches", touchesOf.isEmpty() ? touches : Settings.of(touchesOf));
        }
        return settings.with("channel", channel)
                .with("preparation", preparation)
                .with("contact", contact)
                .with("cost", cost);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Service that && settings().equals(that.settings());
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Gives one line: {@code Service[Review meeting, adviser, 150 minutes]}. */
    @Override
    public String toString() {
        return "Service[" + name + ", " + role + ", " + minutes() + " minutes]";
    }

    /** The parts of a service in the making. */
    private static final class Parts {

        private final String name;
        private final String role;
        private Recipients recipients = Recipients.all();
        private int touches = 1;
        private Map<String, Integer> touchesOf = Map.of();
        private @Nullable Occasion occasion;
        private String channel = "";
        private int preparation;
        private int contact;
        private double cost;

        Parts(String name, String role) {
            this.name = name;
            this.role = role;
        }

        Parts(Service service) {
            this(service.name, service.role);
            this.recipients = service.recipients;
            this.touches = service.touches;
            this.touchesOf = service.touchesOf;
            this.occasion = service.occasion;
            this.channel = service.channel;
            this.preparation = service.preparation;
            this.contact = service.contact;
            this.cost = service.cost;
        }
    }
}
