package dev.segmentation.api;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to rank clients by: a key first, then further keys that break its ties.
 *
 * <pre>{@code
 * Ordering.by("score", scorecard::score).thenBy(REVENUE)
 * }</pre>
 *
 * <p>A tie that no key breaks stays a tie. A client with an unknown key is not ranked at all.
 */
public final class Ordering implements Serializable {

    private static final long serialVersionUID = 1;

    private final Key[] keys;

    private Ordering(Key... keys) {
        this.keys = keys;
    }

    /**
     * Gives an ordering by a measure, in the direction that is better.
     *
     * @param measure the measure
     * @return the ordering
     */
    public static Ordering by(Measure measure) {
        return new Ordering().thenBy(measure);
    }

    /**
     * Gives an ordering by a number made of a client; greater is better.
     *
     * @param name what the number is called
     * @param function makes the number; the same for the same client, whenever it is asked
     * @return the ordering
     */
    public static Ordering by(String name, ScoreFunction function) {
        return new Ordering().then(new Key(name, function));
    }

    /**
     * Gives the same ordering, with ties broken by a measure.
     *
     * @param measure the measure
     * @return another ordering
     */
    public Ordering thenBy(Measure measure) {
        return then(new Key(measure));
    }

    private Ordering then(Key key) {
        Key[] more = Arrays.copyOf(keys, keys.length + 1);
        more[keys.length] = key;
        return new Ordering(more);
    }

    /**
     * Gives the keys, the first one that decides first.
     *
     * @return at least one key
     */
    public List<Key> keys() {
        return List.of(keys);
    }

    /**
     * Gives the keys of one client; greater is better, {@code NaN} is unknown.
     *
     * @param client the client
     * @return as many numbers as there are keys
     */
    public double[] keysOf(Client client) {
        double[] values = new double[keys.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = keys[k].of(client);
        }
        return values;
    }

    /** Gives one line: {@code Ordering[score, revenue]}. */
    @Override
    public String toString() {
        return "Ordering" + Arrays.stream(keys).map(Key::name).toList();
    }

    /** A number made of a client, which can be sent to another machine. */
    @FunctionalInterface
    public interface ScoreFunction extends Serializable {
        /**
         * Gives the number.
         *
         * @param client the client
         * @return the number, greater is better; {@code NaN} where it cannot be made
         */
        double score(Client client);
    }

    /** One number to rank by; greater is better. */
    public static final class Key implements Serializable {

        private static final long serialVersionUID = 1;

        private final String name;

        /** One of the two is there: the measure that the key is, or the function that makes it. */
        private final @Nullable Measure measure;

        private final @Nullable ScoreFunction function;

        private Key(Measure measure) {
            this.name = measure.name();
            this.measure = measure;
            this.function = null;
        }

        private Key(String name, ScoreFunction function) {
            this.name = Objects.requireNonNull(name, "name");
            this.measure = null;
            this.function = Objects.requireNonNull(function, "function");
        }

        /**
         * Gives what the number is called.
         *
         * @return the name
         */
        public String name() {
            return name;
        }

        /**
         * Gives the measure that the key is, so that a book can take its column as it stands.
         *
         * @return the measure, or nothing for a key that is made by a function
         */
        public Optional<Measure> measure() {
            return Optional.ofNullable(measure);
        }

        /**
         * Gives the function that makes the key, so that a book can ask it for many clients at once.
         *
         * @return the function, or nothing for a key that is a measure
         */
        public Optional<ScoreFunction> function() {
            return Optional.ofNullable(function);
        }

        /**
         * Gives the number of one client.
         *
         * @param client the client
         * @return the number, greater is better; {@code NaN} where it is unknown
         */
        public double of(Client client) {
            return measure != null
                    ? measure.direction().orient(client.measure(measure))
                    : Objects.requireNonNull(function).score(client);
        }
    }
}
