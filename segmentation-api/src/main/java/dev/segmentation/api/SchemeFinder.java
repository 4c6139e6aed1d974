package dev.segmentation.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Steps through the providers of schemes, guarding each step: each can fail in its own way, and harms only itself. */
final class SchemeFinder {

    private static final Pattern LEGAL_ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    /** A loader that fails at each step would otherwise be asked for ever. */
    private static final int MOST_FAILURES_IN_A_ROW = 100;

    private static final String OWN_PACKAGE = "dev.segmentation.";

    private final ProviderSources sources;
    private final Map<String, List<Found>> byId = new TreeMap<>();
    private final Set<String> seen = new TreeSet<>();
    private final List<Throwable> lost = new ArrayList<>();
    private final List<Schemes.Problem> problems = new ArrayList<>();

    private SchemeFinder(ProviderSources sources) {
        this.sources = sources;
    }

    /** A scheme that answers, and the jar, folder or module that it came from. */
    private record Found(
            SegmentationScheme scheme, @Nullable String source) {

        String provider() {
            return scheme.getClass().getName();
        }

        boolean isOwn() {
            return isOfThisLibrary(scheme);
        }

        @Override
        public String toString() {
            return ProviderSources.named(provider(), source);
        }
    }

    static Schemes find(ServiceLoader<SegmentationScheme> loader, ProviderSources sources) {
        return new SchemeFinder(sources).find(loader);
    }

    /** Says what is wrong with an id, if anything is. */
    static Optional<String> refusal(SegmentationScheme scheme, @Nullable String id) {
        if (id == null || !LEGAL_ID.matcher(id).matches()) {
            return Optional.of("an id must be small letters and digits with single dots and hyphens between, but was '"
                    + id + "'");
        }
        return isOfThisLibrary(scheme) || id.indexOf('.') >= 0
                ? Optional.empty()
                : Optional.of("an id without a dot is this library's own, but was '" + id + "'");
    }

    private static boolean isOfThisLibrary(SegmentationScheme scheme) {
        return scheme.getClass().getName().startsWith(OWN_PACKAGE);
    }

    private Schemes find(ServiceLoader<SegmentationScheme> loader) {
        Iterator<ServiceLoader.Provider<SegmentationScheme>> providers =
                loader.stream().iterator();
        int failures = 0;
        while (failures < MOST_FAILURES_IN_A_ROW) {
            try {
                if (!providers.hasNext()) {
                    break;
                }
                add(providers.next());
                failures = 0;
            } catch (ServiceConfigurationError | LinkageError failure) {
                lost.add(failure);
                failures++;
            }
        }
        sources.blame(lost, seen)
                .forEach((failure, place) ->
                        problems.add(new Schemes.Problem(place.provider(), place.source(), message(failure), failure)));
        return chosen();
    }

    /** A foreign class may throw anything; it harms only itself, unless the machine itself fails. */
    private void add(ServiceLoader.Provider<SegmentationScheme> provider) {
        Class<? extends SegmentationScheme> type = provider.type();
        seen.add(type.getName());
        String source = ProviderSources.of(type);
        try {
            SegmentationScheme scheme = provider.get();
            String id = scheme.id();
            // A class made for another version of this library lacks a method, or a class, that these ask for.
            Objects.requireNonNull(scheme.segments(), "segments() must not give null");
            Objects.requireNonNull(scheme.requirements(), "requirements() must not give null");
            Optional<String> refusal = refusal(scheme, id);
            if (refusal.isPresent()) {
                problems.add(new Schemes.Problem(type.getName(), source, refusal.get(), null));
            } else {
                List<Found> same = byId.computeIfAbsent(id, none -> new ArrayList<>());
                same.add(new Found(scheme, source));
            }
        } catch (VirtualMachineError failure) {
            throw failure;
        } catch (RuntimeException | Error failure) {
            problems.add(new Schemes.Problem(type.getName(), source, message(failure), failure));
        }
    }

    /** Takes the schemes whose id no other has: which comes first on a path decides nothing. */
    private Schemes chosen() {
        Map<String, SegmentationScheme> taken = new HashMap<>();
        Map<String, String> twice = new TreeMap<>();
        byId.forEach((id, same) -> {
            List<String> places =
                    same.stream().flatMap(found -> places(found).stream()).toList();
            Optional<Found> chosen = places.size() == 1 ? Optional.of(same.get(0)) : own(same);
            chosen.ifPresent(found -> taken.put(id, found.scheme()));
            if (places.size() == 1) {
                return;
            }
            String all = String.join(" and ", places);
            if (chosen.isEmpty()) {
                twice.put(id, all);
            }
            String outcome = chosen.isEmpty() ? "none is taken" : "this library's own is taken";
            same.stream()
                    .filter(found ->
                            same.size() == 1 || chosen.filter(found::equals).isEmpty())
                    .forEach(found -> problems.add(new Schemes.Problem(
                            found.provider(),
                            found.source(),
                            "'" + id + "' is there more than once, and " + outcome + ": " + all,
                            null)));
        });
        return new Schemes(taken, twice, problems);
    }

    /** Gives this library's own scheme; if several say so, that beside this class. */
    private static Optional<Found> own(List<Found> same) {
        List<Found> own = same.stream().filter(Found::isOwn).toList();
        List<Found> beside = own.stream().filter(SchemeFinder::isBesideThis).toList();
        List<Found> best = own.size() > 1 ? beside : own;
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    private static boolean isBesideThis(Found found) {
        return found.scheme().getClass().getClassLoader() == SchemeFinder.class.getClassLoader();
    }

    /** A class that lies in two jars is one provider only to the JDK, which takes that of the first jar. */
    private List<String> places(Found found) {
        Set<String> copies = sources.copies(found.scheme().getClass());
        return copies.size() < 2
                ? List.of(found.toString())
                : copies.stream()
                        .map(copy -> ProviderSources.named(found.provider(), copy))
                        .toList();
    }

    /** Gives what was thrown, with what caused it. */
    private static String message(Throwable failure) {
        String said = failure instanceof ServiceConfigurationError
                ? String.valueOf(failure.getMessage())
                : failure.toString();
        Throwable cause = failure.getCause();
        if (cause instanceof ExceptionInInitializerError && cause.getCause() != null) {
            cause = cause.getCause(); // what the initialiser threw says more than that it threw
        }
        return cause == null ? said : said + ": " + cause;
    }
}
