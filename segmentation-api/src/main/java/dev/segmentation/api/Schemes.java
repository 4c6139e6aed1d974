package dev.segmentation.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of schemes: a snapshot of those that were found, and of those that could not be loaded.
 *
 * <pre>{@code
 * SegmentationScheme scheme = Schemes.load().get("four-s");
 * }</pre>
 *
 * <p>A scheme that cannot be loaded harms only itself: it is listed in {@link #problems()}, and the others work. To be
 * loaded, it must be made and say its id, its segments and what it requires. Two schemes of one id are never told apart
 * by the order of the class path: this library's own stays; of others, none is taken, also if it is one class in two jars.
 * An id without a dot belongs to this library; a foreign scheme that uses one is listed as a problem. A line of a services
 * file that is no class name hides the other lines of that file: the JDK reads no further.
 */
public final class Schemes {

    private final SortedMap<String, SegmentationScheme> byId;

    /** The ids that several providers have, and which these are. */
    private final Map<String, String> twice;

    private final List<Problem> problems;

    Schemes(Map<String, SegmentationScheme> byId, Map<String, String> twice, List<Problem> problems) {
        this.byId = new TreeMap<>(byId);
        this.twice = Map.copyOf(twice);
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
        return SchemeFinder.find(ServiceLoader.load(SegmentationScheme.class, loader), ProviderSources.of(loader));
    }

    /**
     * Finds the schemes that the modules of a layer and of its parents provide, such as those of a folder of modular
     * plug-ins. The class path is no part of a layer: what lies there is not found.
     *
     * @param layer the layer
     * @return the catalogue
     */
    public static Schemes load(ModuleLayer layer) {
        return SchemeFinder.find(ServiceLoader.load(layer, SegmentationScheme.class), ProviderSources.of(layer));
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
        SchemeFinder.refusal(scheme, id).ifPresent(refused -> {
            throw new IllegalArgumentException(refused);
        });
        Map<String, SegmentationScheme> more = new HashMap<>(byId);
        more.put(id, scheme);
        return new Schemes(more, twice, problems);
    }

    /**
     * Gives the scheme of an id.
     *
     * @param id the id
     * @return the scheme
     * @throws IllegalArgumentException if there is none; the message lists those that there are. If there are several
     *     of this id, the message says where they come from
     */
    public SegmentationScheme get(String id) {
        SegmentationScheme scheme = byId.get(id);
        if (scheme == null) {
            String several = twice.get(id);
            if (several != null) {
                throw new IllegalArgumentException(
                        "scheme '" + id + "' is there more than once, and none is taken: " + several);
            }
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

    /**
     * A scheme that is not in the catalogue, and why.
     *
     * @param provider the class that provides it, where that is known, else what is known of it
     * @param source the jar, folder or module that the provider comes from, or {@code null} where that is not known
     * @param message what is wrong
     * @param cause what was thrown, or {@code null} where nothing was
     */
    public record Problem(
            String provider,
            @Nullable String source,
            String message,
            @Nullable Throwable cause) {

        /** Gives one line: {@code acme.Tenure of file:/plugins/acme.jar: java.lang.IllegalStateException: no licence}. */
        @Override
        public String toString() {
            return ProviderSources.named(provider, source) + ": " + message;
        }
    }
}
