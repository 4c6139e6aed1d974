package dev.segmentation.schemes.engagement;

import dev.segmentation.api.Book;
import dev.segmentation.api.Client;
import dev.segmentation.api.InvalidSettingsException;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a client is worth after the cost of serving it: given as a measure, or computed as revenue less hours at a rate and
 * less direct cost.
 *
 * <pre>{@code
 * Profit.given()                                                  // the measure profit
 * Profit.computed(Map.of(HOURS, 150.0))                           // revenue less 150 an hour, less direct cost
 * Profit.computed(Map.of(ADVISER_HOURS, 200.0, ASSISTANT_HOURS, 60.0))
 * }</pre>
 *
 * <p>Direct cost is taken off where the book has that measure. A client of whom one of the numbers is unknown has an
 * unknown profit.
 */
public final class Profit {

    /** The profit itself, or the revenue that costs are taken off. */
    private final Measure base;

    /** The rate an hour by the measure of the hours of each role; empty where the profit is given. */
    private final Map<Measure, Double> rates;

    private Profit(Measure base, Map<Measure, Double> rates) {
        this.base = base;
        this.rates = rates;
    }

    /**
     * Gives the profit that is the measure {@code profit}.
     *
     * @return the profit
     */
    public static Profit given() {
        return given(Measure.PROFIT);
    }

    /**
     * Gives the profit that is a measure.
     *
     * @param measure the measure
     * @return the profit
     */
    public static Profit given(Measure measure) {
        return new Profit(Objects.requireNonNull(measure, "measure"), Map.of());
    }

    /**
     * Gives the profit that is revenue less the cost of serving.
     *
     * @param ratePerHour what an hour costs, by the measure of the hours of each role; copied
     * @return the profit
     * @throws IllegalArgumentException if there is no role, or a rate is negative or not finite
     */
    public static Profit computed(Map<Measure, Double> ratePerHour) {
        if (ratePerHour.isEmpty()) {
            throw new IllegalArgumentException(
                    "there must be the rate of at least one role's hours, but there is none");
        }
        Map<Measure, Double> rates = new LinkedHashMap<>();
        ratePerHour.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Measure::name)))
                .forEachOrdered(role -> {
                    double rate = role.getValue();
                    if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
                        throw new IllegalArgumentException(
                                "the rate of " + role.getKey() + " must be 0 or more and finite, but was " + rate);
                    }
                    if (role.getKey().direction() != Measure.HOURS.direction()) {
                        throw new IllegalArgumentException("of the hours of a role less must be better, but of "
                                + role.getKey() + " more is; Profit.hours makes such a measure");
                    }
                    rates.put(role.getKey(), rate);
                });
        return new Profit(Measure.REVENUE, rates);
    }

    static Profit from(Settings settings) {
        settings.allow("measure", "rates");
        if (!settings.has("rates")) {
            return given(settings.measure("measure").orElseThrow(settings.lacking("measure")));
        }
        if (settings.has("measure")) {
            throw new InvalidSettingsException(
                    "profit", "must have measure, for a given profit, or rates, for a computed one, but has both");
        }
        Settings rates = settings.group("rates").orElseThrow(settings.lacking("rates"));
        return settings.checked("rates", () -> {
            Map<Measure, Double> ratePerHour = new LinkedHashMap<>();
            for (String hours : rates.keys()) {
                Measure measure = Measure.standard().stream()
                        .filter(own -> own.name().equals(hours))
                        .findFirst()
                        .orElseGet(() -> hours(hours));
                ratePerHour.put(measure, rates.real(hours).orElseThrow(rates.lacking(hours)));
            }
            return computed(ratePerHour);
        });
    }

    /**
     * Gives the measure of the hours of a role, such as {@code adviser_hours}; less is better.
     *
     * @param name what it is called
     * @return the measure
     */
    public static Measure hours(String name) {
        return new Measure(name, Measure.HOURS.direction());
    }

    Settings settings() {
        if (rates.isEmpty()) {
            return Settings.empty().with("measure", base);
        }
        Map<String, Double> byName = new LinkedHashMap<>();
        rates.forEach((measure, rate) -> byName.put(measure.name(), rate));
        return Settings.empty().with("rates", Settings.of(byName));
    }

    List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>();
        requirements.add(Requirement.needs(base));
        rates.keySet().forEach(hours -> requirements.add(Requirement.needs(hours)));
        if (!rates.isEmpty()) {
            requirements.add(Requirement.uses(Measure.DIRECT_COST));
        }
        return requirements;
    }

    /** Gives the function for a book: whether there is a direct cost to take off is the book's affair. */
    ProfitFunction in(Book book) {
        List<Measure> costs = new ArrayList<>(rates.keySet());
        List<Double> factors = new ArrayList<>(rates.values());
        if (!rates.isEmpty() && book.has(Measure.DIRECT_COST)) {
            costs.add(Measure.DIRECT_COST);
            factors.add(1.0);
        }
        return new ProfitFunction(
                base,
                costs.toArray(new Measure[0]),
                factors.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Gives one line: {@code Profit[profit]} or {@code Profit[revenue, {hours=150.0}]}. */
    @Override
    public String toString() {
        return "Profit[" + base + (rates.isEmpty() ? "" : ", " + rates) + "]";
    }

    /** Says of which numbers a client's profit is unknown. */
    static List<Measure> unknown(Client client, List<Measure> measures) {
        return measures.stream()
                .filter(measure -> Double.isNaN(client.measure(measure)))
                .toList();
    }
}
