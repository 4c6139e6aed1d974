package dev.segmentation.api;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plain data by names: texts, numbers, yes or no, lists, and further settings; what a JSON object holds.
 *
 * <p>A scheme is configured with it and a segmenter is stored as it. Each question says what must be there, and a wrong
 * answer is refused with its path, such as {@code tiers.shares[1]}:
 *
 * <pre>{@code
 * public SegmentationScheme withSettings(Settings settings) {
 *     settings.allow("years", "names");
 *     int years = settings.whole("years").orElse(5);
 *     List<String> names = settings.texts("names").orElse(List.of("Loyal", "New"));
 *     return settings.checked("years", () -> new TenureScheme(years, names));
 * }
 * }</pre>
 *
 * <p>Numbers are exact decimals. A double that is not finite is kept as its text.
 */
public final class Settings implements Serializable {

    private static final long serialVersionUID = 1;

    private static final Settings EMPTY = new Settings("", Map.of());

    private static final int MOST_DIGITS = 400;

    /** Where this is in the whole; empty for the whole. */
    private final String path;

    /** String, Boolean, BigDecimal, a list of these or of settings, or settings. */
    private final LinkedHashMap<String, Object> values;

    private Settings(String path, Map<String, Object> values) {
        this.path = path;
        this.values = new LinkedHashMap<>(values);
    }

    /**
     * Gives no settings.
     *
     * @return settings without a key
     */
    public static Settings empty() {
        return EMPTY;
    }

    /**
     * Gives settings of plain values.
     *
     * @param values texts, numbers, booleans, enums, measures, collections, maps with texts as keys, and settings; copied
     * @return the settings, with the keys in the map's order
     * @throws InvalidSettingsException if a value is of another kind; the message has its path
     */
    public static Settings of(Map<String, ?> values) {
        return of("", values);
    }

    private static Settings of(String path, Map<?, ?> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((key, value) -> plain.put(String.valueOf(key), plain(at(path, String.valueOf(key)), value)));
        return new Settings(path, plain);
    }

    private static Object plain(String path, @Nullable Object value) {
        if (value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            boolean isShortWhole = number == (int) number;
            return isShortWhole
                    ? BigDecimal.valueOf((int) number)
                    : Double.isFinite(number) ? new BigDecimal(value.toString()) : value.toString();
        }
        if (value instanceof Number number) {
            return decimal(path, new BigDecimal(number.toString()));
        }
        if (value instanceof Enum<?> choice) {
            return choice.name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof Measure measure) {
            boolean isMeant = Measure.named(measure.name()).equals(measure);
            return isMeant
                    ? measure.name()
                    : plain(path, Map.of("name", measure.name(), "direction", measure.direction()));
        }
        if (value instanceof Settings settings) {
            return of(path, settings.values);
        }
        if (value instanceof Map<?, ?> map) {
            return of(path, map);
        }
        if (value instanceof double[] numbers) {
            return plain(path, Arrays.stream(numbers).boxed().toList());
        }
        if (value instanceof Collection<?> items) {
            ArrayList<Object> list = new ArrayList<>();
            items.forEach(item -> list.add(plain(path + "[" + list.size() + "]", item)));
            return list;
        }
        throw new InvalidSettingsException(
                path,
                "must be a text, a number, true or false, a list or a group, but was "
                        + (value == null ? "null" : value.getClass().getSimpleName()));
    }

    /** Refuses a number of a few characters that would make sums of a billion digits. */
    private static BigDecimal decimal(String path, BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            throw new InvalidSettingsException(
                    path, "must have at most " + MOST_DIGITS + " digits on each side of the point");
        }
        return number;
    }

    /**
     * Gives the same with one more value, in place of any other of that key.
     *
     * @param key the key
     * @param value as {@link #of} takes them
     * @return other settings
     * @throws InvalidSettingsException if the value is of another kind
     */
    public Settings with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(key, plain(at(path, key), value));
        return new Settings(path, more);
    }

    /**
     * Gives the keys, in the order they were given.
     *
     * @return the keys
     */
    public Set<String> keys() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /**
     * Gives all values, with further settings as maps, for whoever writes them down.
     *
     * @return texts, booleans, exact decimals, lists and maps, which cannot be changed
     */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        values.forEach((key, value) -> map.put(key, open(value)));
        return Collections.unmodifiableMap(map);
    }

    private static Object open(Object value) {
        if (value instanceof Settings settings) {
            return settings.toMap();
        }
        return value instanceof List<?> list ? list.stream().map(Settings::open).toList() : value;
    }

    /**
     * Refuses a key that is not known.
     *
     * @param known the keys that may be there
     * @return these settings
     * @throws InvalidSettingsException if there is another; the message lists those that may be
     */
    public Settings allow(String... known) {
        for (String key : values.keySet()) {
            if (!Arrays.asList(known).contains(key)) {
                throw new InvalidSettingsException(
                        at(path, key),
                        known.length == 0
                                ? "is not known; nothing can be set here"
                                : "is not known; known are: " + String.join(", ", known));
            }
        }
        return this;
    }

    /**
     * Says whether a key is there.
     *
     * @param key the key
     * @return whether it has a value
     */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /**
     * Refuses settings of another kind: those in which a key has another text.
     *
     * @param key the key
     * @param text the text that it must have
     * @return these settings
     * @throws InvalidSettingsException if the key is not there or has something else
     */
    public Settings mustBe(String key, String text) {
        String found = text(key).orElseThrow(lacking(key));
        if (!found.equals(text)) {
            throw new InvalidSettingsException(at(path, key), "must be '" + text + "', but was '" + found + "'");
        }
        return this;
    }

    /**
     * Says whether a key is there and has a text.
     *
     * @param key the key
     * @return whether it has a text
     */
    public boolean isText(String key) {
        return values.get(key) instanceof String;
    }

    /**
     * Gives a text.
     *
     * @param key the key
     * @return the text, or nothing if the key is not there
     * @throws InvalidSettingsException if it is no text
     */
    public Optional<String> text(String key) {
        return value(key, String.class, "a text");
    }

    /**
     * Gives a yes or no.
     *
     * @param key the key
     * @return {@code true} or {@code false}, or nothing if the key is not there
     * @throws InvalidSettingsException if it is neither
     */
    public Optional<Boolean> flag(String key) {
        return value(key, Boolean.class, "true or false");
    }

    /**
     * Gives a number, exactly.
     *
     * @param key the key
     * @return the number, or nothing if the key is not there
     * @throws InvalidSettingsException if it is no number
     */
    public Optional<BigDecimal> number(String key) {
        return value(key, BigDecimal.class, "a number");
    }

    /**
     * Gives a number as the nearest double, also one that is not finite.
     *
     * @param key the key
     * @return the number, or nothing if the key is not there
     * @throws InvalidSettingsException if it is no number, {@code NaN}, {@code Infinity} or {@code -Infinity}
     */
    public Optional<Double> real(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> real(at(path, key), value));
    }

    private static double real(String path, Object value) {
        if (value instanceof BigDecimal number) {
            return number.doubleValue();
        }
        if (value.equals("NaN") || value.equals("Infinity") || value.equals("-Infinity")) {
            return Double.parseDouble((String) value);
        }
        throw wrong(path, "a number", value);
    }

    /**
     * Gives a whole number.
     *
     * @param key the key
     * @return the number, or nothing if the key is not there
     * @throws InvalidSettingsException if it is no whole number of an {@code int}'s range
     */
    public Optional<Integer> whole(String key) {
        return number(key).map(number -> {
            try {
                return number.intValueExact();
            } catch (ArithmeticException notWhole) {
                throw wrong(at(path, key), "a whole number", number);
            }
        });
    }

    /**
     * Gives one of the constants of an enum, written in small letters.
     *
     * @param <E> the enum
     * @param key the key
     * @param choices the enum
     * @return the constant, or nothing if the key is not there
     * @throws InvalidSettingsException if it is none of them; the message lists them
     */
    public <E extends Enum<E>> Optional<E> choice(String key, Class<E> choices) {
        return text(key).map(text -> {
            for (E choice : choices.getEnumConstants()) {
                if (choice.name().equalsIgnoreCase(text)) {
                    return choice;
                }
            }
            List<String> names = Arrays.stream(choices.getEnumConstants())
                    .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                    .toList();
            throw wrong(at(path, key), "one of " + String.join(", ", names), text);
        });
    }

    /**
     * Gives a measure: by its name alone, or as a group of {@code name} and {@code direction}. A name alone is that of a
     * standard measure, or of one of which more is better.
     *
     * @param key the key
     * @return the measure, or nothing if the key is not there
     * @throws InvalidSettingsException if it is neither, or no name
     */
    public Optional<Measure> measure(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> measure(at(path, key), value));
    }

    /**
     * Gives several measures, each as {@link #measure} takes it.
     *
     * @param key the key
     * @return the measures, or nothing if the key is not there
     * @throws InvalidSettingsException if it is no list, or an item is no measure
     */
    public Optional<List<Measure>> measures(String key) {
        return list(key).map(items -> items.map(Settings::measure));
    }

    private static Measure measure(String path, Object value) {
        if (value instanceof Settings group) {
            group.allow("name", "direction");
            String name = group.text("name").orElseThrow(group.lacking("name"));
            Direction direction = group.choice("direction", Direction.class).orElseThrow(group.lacking("direction"));
            return group.checked("name", () -> new Measure(name, direction));
        }
        if (!(value instanceof String name)) {
            throw wrong(path, "the name of a measure", value);
        }
        return checkedAt(path, () -> Measure.named(name));
    }

    /**
     * Gives further settings.
     *
     * @param key the key
     * @return the settings, or nothing if the key is not there
     * @throws InvalidSettingsException if it is no group
     */
    public Optional<Settings> group(String key) {
        return value(key, Settings.class, "a group of settings");
    }

    /**
     * Gives a list of further settings.
     *
     * @param key the key
     * @return the settings, or nothing if the key is not there
     * @throws InvalidSettingsException if it is no list, or an item is no group
     */
    public Optional<List<Settings>> groups(String key) {
        return list(key).map(items -> items.map((at, item) -> as(at, item, Settings.class, "a group of settings")));
    }

    /**
     * Gives a list of texts.
     *
     * @param key the key
     * @return the texts, or nothing if the key is not there
     * @throws InvalidSettingsException if it is no list, or an item is no text
     */
    public Optional<List<String>> texts(String key) {
        return list(key).map(items -> items.map((at, item) -> as(at, item, String.class, "a text")));
    }

    /**
     * Gives a list of numbers as doubles, also ones that are not finite.
     *
     * @param key the key
     * @return the numbers, or nothing if the key is not there
     * @throws InvalidSettingsException if it is no list, or an item is no number
     */
    public Optional<double[]> reals(String key) {
        return list(key)
                .map(items -> items.map(Settings::real).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    /**
     * Gives a list of shares: numbers in (0, 1], or texts such as {@code 10%} and {@code 1/3}.
     *
     * @param key the key
     * @return the shares, or nothing if the key is not there
     * @throws InvalidSettingsException if it is no list, or an item is no share
     */
    public Optional<List<Share>> shares(String key) {
        return list(key).map(items -> items.map((at, item) -> checkedAt(at, () -> Share.parse(String.valueOf(item)))));
    }

    /**
     * Runs what makes a value of the setting of a key, and adds the key's path to what it refuses.
     *
     * @param <T> the kind of value
     * @param key the key
     * @param made makes the value
     * @return the value
     * @throws InvalidSettingsException if making it threw an {@link IllegalArgumentException}
     */
    public <T> T checked(String key, Supplier<T> made) {
        return checkedAt(at(path, key), made);
    }

    private static <T> T checkedAt(String path, Supplier<T> made) {
        try {
            return made.get();
        } catch (InvalidSettingsException refused) {
            throw refused;
        } catch (IllegalArgumentException refused) {
            throw new InvalidSettingsException(path, "is refused: " + refused.getMessage());
        }
    }

    /**
     * Gives what to throw where a key must be there and is not.
     *
     * @param key the key
     * @return makes the exception
     */
    public Supplier<InvalidSettingsException> lacking(String key) {
        return () -> new InvalidSettingsException(at(path, key), "must be there, but is not");
    }

    private <T> Optional<T> value(String key, Class<T> type, String mustBe) {
        return Optional.ofNullable(values.get(key)).map(value -> as(at(path, key), value, type, mustBe));
    }

    private static <T> T as(String path, Object value, Class<T> type, String mustBe) {
        if (!type.isInstance(value)) {
            throw wrong(path, mustBe, value);
        }
        return type.cast(value);
    }

    private static InvalidSettingsException wrong(String path, String mustBe, Object value) {
        String was = value instanceof Settings ? "a group" : value instanceof List ? "a list" : "'" + value + "'";
        return new InvalidSettingsException(path, "must be " + mustBe + ", but was " + was);
    }

    private Optional<Items> list(String key) {
        return value(key, List.class, "a list").map(list -> new Items(at(path, key), list));
    }

    private static String at(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Settings that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Gives the keys: {@code Settings[criteria, tiers]}. */
    @Override
    public String toString() {
        return "Settings" + values.keySet();
    }

    /** The items of a list, each with its path. */
    private record Items(String path, List<?> items) {

        interface Reader<T> {
            T read(String path, Object item);
        }

        <T> List<T> map(Reader<T> reader) {
            List<T> read = new ArrayList<>(items.size());
            for (int i = 0; i < items.size(); i++) {
                read.add(reader.read(path + "[" + i + "]", items.get(i)));
            }
            return Collections.unmodifiableList(read);
        }
    }
}
