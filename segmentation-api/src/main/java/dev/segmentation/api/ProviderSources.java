package dev.segmentation.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows which jar, folder or module names a provider, also one that cannot be loaded: the JDK does not tell. */
final class ProviderSources {

    private static final String SERVICES = "META-INF/services/" + SegmentationScheme.class.getName();
    private static final String UNKNOWN = "a provider";

    /** The places that name each provider, in the order in which the JDK reads them. */
    private final Map<String, Set<String>> placesOf = new LinkedHashMap<>();

    /** The services files, and the places they lie in. */
    private final Map<String, String> placeOfFile = new LinkedHashMap<>();

    private ProviderSources() {}

    /** A provider that failed, as far as it is known. */
    record Place(String provider, @Nullable String source) {}

    static ProviderSources of(@Nullable ClassLoader loader) {
        ProviderSources sources = new ProviderSources();
        for (URL file : resources(loader, SERVICES)) {
            String place = place(file, SERVICES);
            sources.placeOfFile.put(file.toString(), place);
            for (String provider : providers(file)) {
                sources.name(provider, place);
            }
        }
        return sources;
    }

    static ProviderSources of(ModuleLayer layer) {
        ProviderSources sources = new ProviderSources();
        sources.nameModules(layer);
        return sources;
    }

    private void nameModules(ModuleLayer layer) {
        for (ResolvedModule module : layer.configuration().modules()) {
            module.reference().descriptor().provides().stream()
                    .filter(provides -> provides.service().equals(SegmentationScheme.class.getName()))
                    .flatMap(provides -> provides.providers().stream())
                    .forEach(provider -> name(provider, place(module)));
        }
        layer.parents().forEach(this::nameModules);
    }

    private void name(String provider, String place) {
        placesOf.computeIfAbsent(provider, none -> new LinkedHashSet<>()).add(place);
    }

    /** Gives the jar, folder or module of a class, or {@code null} if it has none, such as a class made by a program. */
    static @Nullable String of(Class<?> type) {
        Module module = type.getModule();
        if (module.isNamed() && module.getLayer() != null) {
            return module.getLayer()
                    .configuration()
                    .findModule(module.getName())
                    .map(ProviderSources::place)
                    .orElse("module " + module.getName());
        }
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? null
                : shortened(source.getLocation().toString());
    }

    /** Gives the places where a class on the class path lies, if there are several, else what is known of its place. */
    Set<String> copies(Class<?> type) {
        Set<String> places = new TreeSet<>();
        if (!type.getModule().isNamed()) {
            String file = type.getName().replace('.', '/') + ".class";
            for (URL copy : resources(type.getClassLoader(), file)) {
                places.add(place(copy, file));
            }
        }
        return places;
    }

    /** Finds out which provider each failure is of: that which its message names, or that which was not found instead. */
    Map<Throwable, Place> blame(List<Throwable> failures, Set<String> found) {
        Map<Throwable, Place> places = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>(placesOf.keySet());
        missing.removeAll(found);
        List<Throwable> unnamed = new ArrayList<>();
        for (Throwable failure : failures) {
            places.put(failure, new Place(UNKNOWN, fileNamedBy(failure)));
            missing.stream()
                    .filter(provider -> isNamedBy(failure, provider))
                    .findFirst()
                    .ifPresentOrElse(
                            provider -> {
                                missing.remove(provider);
                                places.put(failure, place(provider));
                            },
                            () -> unnamed.add(failure));
        }
        unnamed.removeIf(failure -> fileNamedBy(failure) != null);
        // A class that needs another which is not there: the message names that other class only.
        if (unnamed.size() == missing.size()) {
            for (int i = 0; i < unnamed.size(); i++) {
                places.put(unnamed.get(i), place(missing.get(i)));
            }
        }
        return places;
    }

    private Place place(String provider) {
        Set<String> named = placesOf.getOrDefault(provider, Set.of());
        return new Place(provider, named.isEmpty() ? null : String.join(" and ", named));
    }

    private @Nullable String fileNamedBy(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return placeOfFile.entrySet().stream()
                .filter(file -> message.contains(file.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static boolean isNamedBy(Throwable failure, String provider) {
        String message = String.valueOf(failure.getMessage()).replace('/', '.');
        return Pattern.compile("(?<![\\w.$])" + Pattern.quote(provider) + "(?![\\w$]|\\.\\w)")
                .matcher(message)
                .find();
    }

    static String named(String provider, @Nullable String source) {
        return source == null ? provider : provider + " of " + source;
    }

    private static List<URL> resources(@Nullable ClassLoader loader, String name) {
        try {
            Enumeration<URL> found = loader == null ? ClassLoader.getSystemResources(name) : loader.getResources(name);
            return Collections.list(found);
        } catch (IOException | RuntimeException unreadable) {
            // A foreign loader may fail as it likes. Places only help to tell problems; without them there are fewer
            // words.
            return List.of();
        }
    }

    /** Gives the classes that a services file names; none if it cannot be read, which the JDK reports. */
    private static Set<String> providers(URL file) {
        Set<String> providers = new LinkedHashSet<>();
        try {
            URLConnection connection = file.openConnection();
            connection.setUseCaches(false); // or the jar stays open
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                lines.lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .forEach(providers::add);
            }
        } catch (IOException | UncheckedIOException unreadable) {
            return Set.of();
        }
        // A line that is no class name hides the others of its file from the JDK.
        return providers.stream().allMatch(ProviderSources::isClassName) ? providers : Set.of();
    }

    private static boolean isClassName(String name) {
        return Stream.of(name.split("\\.", -1))
                .allMatch(part -> !part.isEmpty()
                        && Character.isJavaIdentifierStart(part.codePointAt(0))
                        && part.codePoints().allMatch(Character::isJavaIdentifierPart));
    }

    private static String place(ResolvedModule module) {
        return module.reference()
                .location()
                .map(URI::toString)
                .map(ProviderSources::shortened)
                .orElse("module " + module.name());
    }

    /** Gives the jar or folder that a file lies in: {@code jar:file:/acme.jar!/name} is in {@code file:/acme.jar}. */
    private static String place(URL file, String name) {
        String text = file.toString();
        return shortened(text.endsWith(name) ? text.substring(0, text.length() - name.length()) : text);
    }

    /** The JDK writes one and the same place in several ways. */
    private static String shortened(String place) {
        String jar = place.replaceFirst("^jar:", "").replaceFirst("^file:///", "file:/");
        return jar.endsWith("!/") ? jar.substring(0, jar.length() - "!/".length()) : jar;
    }
}
