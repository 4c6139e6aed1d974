package dev.segmentation.schemes.plan;

import dev.segmentation.api.InvalidSettingsException;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the clients of each segment get: the services of a practice. It works with the segments of any scheme.
 *
 * <pre>{@code
 * ServicePlan plan = ServicePlan.of(List.of(
 *         Service.of("Review meeting", "adviser")
 *                 .withTouches(Map.of("Platinum", 4, "Gold", 2))
 *                 .withMinutes(60, 90),
 *         Service.of("Newsletter", "assistant").withTouches(4).withMinutes(1, 0)));
 * plan.warnings(FourS.scheme().segments());
 * CapacityReport report = CapacityReport.of(segmentation, plan, team, Year.of(2027));
 * }</pre>
 *
 * <p>Source: Invesco, "Strategic client segmentation": stratify, which is services tailored to each level, and systematize,
 * the most service for the least demand on time.
 */
public final class ServicePlan {

    private final List<Service> services;
    private final Set<String> unserved;

    private ServicePlan(List<Service> services, Set<String> unserved) {
        this.services = List.copyOf(services);
        this.unserved = Set.copyOf(unserved);
        Set<String> names = new HashSet<>();
        for (Service service : this.services) {
            if (!names.add(service.name())) {
                throw new IllegalArgumentException(
                        "services must have different names, but '" + service.name() + "' comes twice");
            }
        }
    }

    /**
     * Gives a plan.
     *
     * @param services the services, the most important first: the calendar places them in this order; copied
     * @return the plan
     * @throws IllegalArgumentException if two services have one name
     */
    public static ServicePlan of(List<Service> services) {
        return new ServicePlan(services, Set.of());
    }

    /**
     * Gives the same plan where some segments get nothing on purpose.
     *
     * @param segments their names; copied
     * @return another plan
     */
    public ServicePlan withUnserved(List<String> segments) {
        return new ServicePlan(services, Set.copyOf(segments));
    }

    /**
     * Gives an illustrative plan for Platinum, Gold, Silver and Standard: twelve contacts a year of which four are reviews,
     * then five, then one.
     *
     * @return a plan to start from; see {@code docs/service-plans.md} for the sources of its figures
     */
    public static ServicePlan fourS() {
        return Templates.fourS();
    }

    /**
     * Gives an illustrative plan of recognition for ideal, pre-ideal and exception clients: what is cheap for all, extras for
     * the first two, specials for the ideal alone.
     *
     * @return a plan to start from
     */
    public static ServicePlan abc() {
        return Templates.abc();
    }

    /**
     * Gives an illustrative plan for the four engagement quadrants A, B, C and D.
     *
     * @return a plan to start from
     */
    public static ServicePlan engagement() {
        return Templates.engagement();
    }

    /**
     * Gives the services.
     *
     * @return in the order in which the plan names them
     */
    public List<Service> services() {
        return services;
    }

    /**
     * Refuses a plan that does not fit the segments of a scheme: that names a segment which is not there, or leaves one
     * without any service though that is not said to be on purpose.
     *
     * @param segments the segments of the scheme
     * @throws InvalidSettingsException if so; the message says where, and lists the segments
     */
    public void check(List<Segment> segments) {
        List<String> known = segments.stream().map(Segment::name).toList();
        for (int s = 0; s < services.size(); s++) {
            for (String name : services.get(s).recipients().segments()) {
                boolean isByTouches = services.get(s).hasTouchesBySegment();
                checkKnown("services[" + s + "]." + (isByTouches ? "touches." + name : "for"), name, known);
            }
        }
        for (String name : new TreeSet<>(unserved)) {
            checkKnown("unserved", name, known);
        }
        for (Segment segment : segments) {
            boolean isServed = services.stream().anyMatch(service -> service.touches(segment, segments) > 0);
            if (isServed && unserved.contains(segment.name())) {
                throw new InvalidSettingsException(
                        "unserved", "must name segments that get nothing, but there is a service for " + segment);
            }
            if (!isServed && !unserved.contains(segment.name())) {
                throw new InvalidSettingsException(
                        "services",
                        "must have one for each segment, but none is for " + segment
                                + " (if that is meant, name it under unserved)");
            }
        }
    }

    private static void checkKnown(String path, String name, List<String> known) {
        if (!known.contains(name)) {
            throw new InvalidSettingsException(
                    path, "must name segments of the scheme: " + String.join(", ", known) + ", but was '" + name + "'");
        }
    }

    /**
     * Says where a better segment gets less of a service than a worse one, which may be meant and mostly is not.
     *
     * @param segments the segments of the scheme, the best first
     * @return a sentence each, naming the service; mostly none
     */
    public List<String> warnings(List<Segment> segments) {
        List<String> warnings = new ArrayList<>();
        for (Service service : services) {
            for (int s = 1; s < segments.size(); s++) {
                Segment better = segments.get(s - 1);
                Segment worse = segments.get(s);
                int less = service.touches(better, segments);
                int more = service.touches(worse, segments);
                if (less < more) {
                    warnings.add(better + " gets '" + service.name() + "' " + times(less) + " a year, and " + worse
                            + " " + times(more));
                }
            }
        }
        return List.copyOf(warnings);
    }

    private static String times(int times) {
        return times == 1 ? "once" : times + " times";
    }

    /**
     * Gives the text attributes that a book must have for the dates of occasions.
     *
     * @return the names, each once; mostly {@code birthday} or none
     */
    public List<String> attributes() {
        return services.stream()
                .flatMap(service -> service.occasion().stream())
                .flatMap(occasion -> occasion.attribute().stream())
                .distinct()
                .toList();
    }

    /**
     * Gives the same as plain data.
     *
     * @return the settings
     */
    public Settings settings() {
        Settings settings = Settings.empty()
                .with("services", services.stream().map(Service::settings).toList());
        return unserved.isEmpty()
                ? settings
                : settings.with("unserved", unserved.stream().sorted().toList());
    }

    /**
     * Reads a plan. The keys are {@code services}, a list of groups, and {@code unserved}, a list of segments; of a service
     * {@code name}, {@code role}, {@code for}, {@code touches} or {@code occasion}, {@code channel}, {@code preparation},
     * {@code contact} and {@code cost}, as {@code docs/service-plans.md} explains them.
     *
     * @param settings the settings
     * @return the plan
     * @throws InvalidSettingsException if something is not there or refused; the message says where
     */
    public static ServicePlan from(Settings settings) {
        settings.allow("services", "unserved");
        List<Service> services = settings.groups("services").orElseThrow(settings.lacking("services")).stream()
                .map(Service::from)
                .toList();
        List<String> unserved = settings.texts("unserved").orElse(List.of());
        return settings.checked("services", () -> of(services).withUnserved(unserved));
    }

    /** The segments and, behind them, the unscored. */
    static List<Segment> rows(List<Segment> segments) {
        return Stream.concat(segments.stream(), Stream.of(Segment.UNSCORED)).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ServicePlan that && services.equals(that.services) && unserved.equals(that.unserved);
    }

    @Override
    public int hashCode() {
        return services.hashCode();
    }

    /** Gives one line: {@code ServicePlan[6 services]}. */
    @Override
    public String toString() {
        return "ServicePlan[" + services.size() + " services]";
    }
}
