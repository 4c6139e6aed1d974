package dev.segmentation.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of schemes: a snapshot of those that were found, and of those that could not be loaded.
 *
 * <pre>{@code
 * SegmentationScheme scheme = Schemes.load().get("four-s");
 * }</pre>
 *
 * <p>A scheme that cannot be loaded harms only itself: it is listed in {@link #problems()}, and the others work. Two
 * schemes of one id are never told apart by the order of the class path: neither is taken. An id without a dot belongs
 * to this library; a foreign scheme that uses one is listed as a problem. A line of a services file that is no class name
 * hides the other lines of that file: the JDK reads no further.
 */
public final class Schemes {

    private static final Pattern LEGAL_ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    /** A loader that fails at each step would otherwise be asked for ever. */
    private static final int MOST_FAILURES_IN_A_ROW = 100;

    private static final String OWN_PACKAGE = "dev.segmentation.";

    private final SortedMap<String, SegmentationScheme> byId;
    private final List<Problem> problems;

    private Schemes(Map<String, SegmentationScheme> byId, List<Problem> problems) {
        this.byId = new TreeMap<>(byId);
        this.problems = List.copyOf(problems);
    }

    /**
     * Finds the schemes beside this library, on its own class loader or module layer, whichever thread asks.
     *
     * @return the catalogue
     */
    public static Schemes load() {
        return load(Schemes.class.getClassLoader());
    }

    /**
     * Finds the schemes that a class loader sees, such as that of a plug-in folder.
     *
     * @param loader the class loader; {@code null} means that of the system
     * @return the catalogue
     */
    public static Schemes load(@Nullable ClassLoader loader) {
        return new Finder().find(ServiceLoader.load(SegmentationScheme.class, loader));
    }

    /**
     * Gives the catalogue with one more scheme, in place of any other of its id.
     *
     * @param scheme the scheme
     * @return another catalogue
     * @throws IllegalArgumentException if its id is not legal, or without a dot though it is none of this library's own
     */
    public Schemes with(SegmentationScheme scheme) {
        String id = scheme.id();
        refusal(scheme, id).ifPresent(refused -> {
            throw new IllegalArgumentException(refused);
        });
        Map<String, SegmentationScheme> more = new HashMap<>(byId);
        more.put(id, scheme);
        return new Schemes(more, problems);
    }

    /**
     * Gives the scheme of an id.
     *
     * @param id the id
     * @return the scheme
     * @throws IllegalArgumentException if there is none; the message lists those that there are
     */
    public SegmentationScheme get(String id) {
        SegmentationScheme scheme = byId.get(id);
        if (scheme == null) {
            String broken = problems.isEmpty() ? "" : "; " + problems.size() + " more could not be loaded";
            throw new IllegalArgumentException(
                    "unknown scheme '" + id + "', known are: " + String.join(", ", byId.keySet()) + broken);
        }
        return scheme;
    }

    /**
     * Gives the ids, in the order of the alphabet.
     *
     * @return the ids
     */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /**
     * Gives what could not be loaded.
     *
     * @return the problems; empty if all went well
     */
    public List<Problem> problems() {
        return problems;
    }

    /** Gives one line: {@code Schemes[four-s, 0 problems]}. */
    @Override
    public String toString() {
        return "Schemes[" + String.join(", ", byId.keySet()) + ", " + problems.size() + " problems]";
    }

    /** Says what is wrong with an id, if anything is. */
    private static Optional<String> refusal(SegmentationScheme scheme, @Nullable String id) {
        if (id == null || !LEGAL_ID.matcher(id).matches()) {
            return Optional.of("an id must be small letters and digits with single dots and hyphens between, but was '"
                    + id + "'");
        }
        boolean isOwn = scheme.getClass().getName().startsWith(OWN_PACKAGE);
        return isOwn || id.indexOf('.') >= 0
                ? Optional.empty()
                : Optional.of("an id without a dot is this library's own, but was '" + id + "'");
    }

    /**
     * A scheme that is not in the catalogue, and why.
     *
     * @param provider the class that provides it, where that is known, else what is known of it
     * @param message what is wrong
     * @param cause what was thrown, or {@code null} where nothing was
     */
    public record Problem(
            String provider, String message, @Nullable Throwable cause) {}

    /** Steps through the providers, guarding each step: each can fail in its own way. */
    private static final class Finder {

        private final Map<String, SegmentationScheme> found = new HashMap<>();
        private final Map<String, String> twice = new HashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        Schemes find(ServiceLoader<SegmentationScheme> loader) {
            var providers = loader.stream().iterator();
            int failures = 0;
            while (failures < MOST_FAILURES_IN_A_ROW) {
                ServiceLoader.Provider<SegmentationScheme> provider;
                try {
                    if (!providers.hasNext()) {
                        break;
                    }
                    provider = providers.next();
                } catch (ServiceConfigurationError | LinkageError failure) {
                    problems.add(new Problem("a provider", message(failure), failure));
                    failures++;
                    continue;
                }
                failures = 0;
                add(provider);
            }
            twice.keySet().forEach(found::remove);
            return new Schemes(found, problems);
        }

        /** A foreign constructor or id() may throw anything; it harms only itself, unless the machine itself fails. */
        private void add(ServiceLoader.Provider<SegmentationScheme> provider) {
            String name = "a provider";
            try {
                name = provider.type().getName();
                SegmentationScheme scheme = provider.get();
                add(scheme, scheme.id());
            } catch (VirtualMachineError failure) {
                throw failure;
            } catch (RuntimeException | Error failure) {
                problems.add(new Problem(name, message(failure), failure));
            }
        }

        /** Gives what was thrown, with what caused it. */
        private static String message(Throwable failure) {
            String cause = failure.getCause() == null ? "" : ": " + failure.getCause();
            return failure.getMessage() + cause;
        }

        private void add(SegmentationScheme scheme, @Nullable String id) {
            String name = scheme.getClass().getName();
            Optional<String> refusal = refusal(scheme, id);
            if (id == null || refusal.isPresent()) {
                problems.add(new Problem(name, refusal.orElse(""), null));
                return;
            }
            SegmentationScheme other = found.putIfAbsent(id, scheme);
            if (other != null) {
                twice.put(id, name);
                problems.add(new Problem(
                        name,
                        "'" + id + "' is also the id of " + other.getClass().getName(),
                        null));
            }
        }
    }
}
