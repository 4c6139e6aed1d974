package dev.segmentation.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finds schemes in real jars, broken in one way each, as class loaders and module layers meet them. */
class SchemesInJarsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aJarWithOneGoodSchemeAmongBrokenOnesGivesTheGoodOne() throws IOException {
        Path good = jar("good").scheme("acme.Good", "acme.good").compile().write();
        Path broken = jar("broken")
                .scheme("acme.TooNew", "acme.too-new")
                .scheme("acme.Orphan", "acme.orphan")
                .source("acme.Parent", "package acme; public interface Parent {}")
                .source(
                        "acme.Orphan",
                        ProviderJar.scheme("acme.Orphan", "acme.orphan", "")
                                .replace("implements ", "implements Parent, "))
                .source("acme.NoScheme", "package acme; public class NoScheme {}")
                .names("acme.NoScheme")
                .names("acme.IsNotThere")
                .source(
                        "acme.Throws",
                        ProviderJar.scheme(
                                "acme.Throws",
                                "acme.throws",
                                "{ if (true) throw new IllegalStateException(\"no licence\"); }"))
                .names("acme.Throws")
                .source(
                        "acme.NeedsMore",
                        ProviderJar.scheme("acme.NeedsMore", "acme.needs-more", "Gone gone = new Gone();"))
                .source("acme.Gone", "package acme; class Gone {}")
                .names("acme.NeedsMore")
                .source("acme.Hidden", ProviderJar.scheme("acme.Hidden", "acme.hidden", "private Hidden() {}"))
                .names("acme.Hidden")
                .compile()
                .without("acme.Parent")
                .without("acme.Gone")
                .tooNew("acme.TooNew")
                .write();
        for (List<Path> path : List.of(List.of(good, broken), List.of(broken, good))) {
            Schemes schemes = load(path);
            assertEquals(List.of("acme.good"), schemes.ids(), schemes.problems()::toString);
            assertProblem(schemes, broken, "acme.TooNew", UnsupportedClassVersionError.class);
            assertProblem(schemes, broken, "acme.Orphan", NoClassDefFoundError.class);
            assertProblem(schemes, broken, "acme.NoScheme", ServiceConfigurationError.class);
            assertProblem(schemes, broken, "acme.IsNotThere", ServiceConfigurationError.class);
            assertProblem(schemes, broken, "acme.Throws", ServiceConfigurationError.class);
            assertProblem(schemes, broken, "acme.NeedsMore", ServiceConfigurationError.class);
            assertProblem(schemes, broken, "acme.Hidden", ServiceConfigurationError.class);
            assertEquals(7, schemes.problems().size());
            assertEquals(
                    "unknown scheme 'acme.throws', known are: acme.good; 7 more could not be loaded",
                    assertThrows(IllegalArgumentException.class, () -> schemes.get("acme.throws"))
                            .getMessage());
        }
    }

    @Test
    void whatAnInitialiserThrewIsSaid() throws IOException {
        Path jar = jar("initialiser")
                .source(
                        "acme.Starts",
                        ProviderJar.scheme(
                                "acme.Starts",
                                "acme.starts",
                                "static { if (true) throw new IllegalStateException(\"no licence\"); }"))
                .names("acme.Starts")
                .compile()
                .write();
        Schemes schemes = load(List.of(jar));
        assertEquals(1, schemes.problems().size());
        String said = schemes.problems().get(0).message();
        assertTrue(said.endsWith("java.lang.IllegalStateException: no licence"), said);
    }

    private static void assertProblem(Schemes schemes, Path jar, String provider, Class<?> cause) throws IOException {
        Schemes.Problem problem = schemes.problems().stream()
                .filter(each -> each.provider().equals(provider))
                .findFirst()
                .orElseThrow(() -> new AssertionError(provider + " in " + schemes.problems()));
        assertEquals(ProviderJar.url(jar).toString(), problem.source(), provider);
        assertInstanceOf(cause, problem.cause(), provider);
        assertTrue(problem.toString().startsWith(provider + " of " + ProviderJar.url(jar) + ": "), problem::toString);
    }

    /** As after an update of this library: what the scheme was compiled against had other methods. */
    @Test
    void aSchemeMadeForAnotherVersionOfTheApiIsAProblem() throws IOException {
        ProviderJar older = jar("older-api")
                .source("dev.segmentation.api.Book", "package dev.segmentation.api; public interface Book {}")
                .source("dev.segmentation.api.Lost", "package dev.segmentation.api; public class Lost {}")
                .source(
                        "dev.segmentation.api.SegmentationScheme",
                        "package dev.segmentation.api; public interface SegmentationScheme { String id(); }")
                .compile();
        Path jar = jar("old")
                .against(older.classes())
                .source("acme.Old", """
                        package acme;
                        public class Old implements dev.segmentation.api.SegmentationScheme {
                            public String id() { return "acme.old"; }
                        }
                        """)
                .names("acme.Old")
                .source("acme.Lost", """
                        package acme;
                        public class Lost implements dev.segmentation.api.SegmentationScheme {
                            public String id() { return "acme.lost" + new dev.segmentation.api.Lost(); }
                        }
                        """)
                .names("acme.Lost")
                .compile()
                .write();
        Schemes schemes = load(List.of(jar));
        assertEquals(List.of(), schemes.ids());
        assertProblem(schemes, jar, "acme.Old", AbstractMethodError.class);
        assertProblem(schemes, jar, "acme.Lost", NoClassDefFoundError.class);
    }

    @Test
    void aServicesFileThatCannotBeReadIsAProblemOfItsJar() throws IOException {
        Path good = jar("good").scheme("acme.Good", "acme.good").compile().write();
        Path garbled = jar("garbled")
                .scheme("acme.Other", "acme.other")
                .names("no class name")
                .compile()
                .write();
        Schemes schemes = load(List.of(garbled, good));
        assertEquals(List.of("acme.good"), schemes.ids());
        assertEquals(1, schemes.problems().size());
        assertEquals(
                ProviderJar.url(garbled).toString(), schemes.problems().get(0).source());
    }

    @Test
    void oneIdInTwoJarsIsNeverDecidedByTheirOrder() throws IOException {
        Path one = jar("one").scheme("acme.Good", "acme.good").compile().write();
        Path other = jar("other").scheme("acme.Better", "acme.good").compile().write();
        for (List<Path> path : List.of(List.of(one, other), List.of(other, one))) {
            assertNoneIsTaken(load(path), one, other);
        }
    }

    @Test
    void oneClassInTwoJarsIsNeverDecidedByTheirOrder() throws IOException {
        Path one = jar("one").scheme("acme.Good", "acme.good").compile().write();
        Path other = jar("other").scheme("acme.Good", "acme.good").compile().write();
        for (List<Path> path : List.of(List.of(one, other), List.of(other, one))) {
            assertNoneIsTaken(load(path), one, other);
        }
    }

    private static void assertNoneIsTaken(Schemes schemes, Path one, Path other) throws IOException {
        assertEquals(List.of(), schemes.ids());
        Exception refused = assertThrows(IllegalArgumentException.class, () -> schemes.get("acme.good"));
        List<String> messages = new ArrayList<>(List.of(refused.getMessage()));
        schemes.problems().forEach(problem -> messages.add(problem.message()));
        assertTrue(messages.size() > 1);
        for (String message : messages) {
            assertTrue(message.contains("'acme.good' is there more than once, and none is taken"), message);
            assertTrue(message.contains(ProviderJar.url(one).toString()), message);
            assertTrue(message.contains(ProviderJar.url(other).toString()), message);
        }
    }

    @Test
    void theLibrarysOwnSchemeStaysAlsoWhenItsJarIsThereTwice() throws IOException {
        String own = "dev.segmentation.schemes.own.Own";
        Path one = jar("one").scheme(own, "own").compile().write();
        Path other = jar("other").scheme(own, "own").compile().write();
        Path foreign = jar("foreign").scheme("acme.Own", "own").compile().write();
        for (List<Path> path : List.of(List.of(one, other, foreign), List.of(foreign, other, one))) {
            Schemes schemes = load(path);
            assertEquals(List.of("own"), schemes.ids());
            assertEquals(own, schemes.get("own").getClass().getName());
            List<String> problems = schemes.problems().stream()
                    .map(Schemes.Problem::toString)
                    .sorted()
                    .toList();
            assertEquals(2, problems.size());
            assertEquals(
                    "acme.Own of " + ProviderJar.url(foreign)
                            + ": an id without a dot is this library's own, but was 'own'",
                    problems.get(0));
            String twice = problems.get(1);
            assertTrue(twice.contains("'own' is there more than once, and this library's own is taken: "), twice);
            assertTrue(
                    twice.contains(ProviderJar.url(one).toString())
                            && twice.contains(ProviderJar.url(other).toString()),
                    twice);
        }
    }

    @Test
    void aSchemeGivenByHandTakesThePlaceOfOneThatIsThereTwice() throws IOException {
        Path one = jar("one").scheme("acme.Good", "acme.good").compile().write();
        Path other = jar("other").scheme("acme.Better", "acme.good").compile().write();
        SegmentationScheme mine = new acme.Providers.Good();
        assertEquals(mine, load(List.of(one, other)).with(mine).get("acme.good"));
    }

    @Test
    void aModuleLayerGivesTheSchemesOfItsModules() throws Exception {
        Path good = jar("good")
                .module("acme.modular")
                .scheme("acme.Good", "acme.good")
                .compile()
                .write();
        Path bad = jar("bad")
                .module("bad.modular")
                .source(
                        "bad.Throws",
                        ProviderJar.scheme(
                                "bad.Throws",
                                "bad.throws",
                                "{ if (true) throw new IllegalStateException(\"no licence\"); }"))
                .names("bad.Throws")
                .scheme("bad.TooNew", "bad.too-new")
                .compile()
                .tooNew("bad.TooNew")
                .write();
        ModuleLayer boot = ModuleLayer.boot();
        ModuleFinder api = ModuleFinder.of(apiClasses());
        ModuleLayer library = boot.defineModulesWithOneLoader(
                boot.configuration().resolve(api, ModuleFinder.of(), Set.of("dev.segmentation.api")), null);
        ModuleFinder jars = ModuleFinder.of(good, bad);
        ModuleLayer plugins = library.defineModulesWithOneLoader(
                library.configuration().resolve(jars, ModuleFinder.of(), Set.of("acme.modular", "bad.modular")),
                library.findLoader("dev.segmentation.api"));
        // The layer has the API as a module of its own, so its classes are others than those of this test.
        Object schemes = library.findLoader("dev.segmentation.api")
                .loadClass(Schemes.class.getName())
                .getMethod("load", ModuleLayer.class)
                .invoke(null, plugins);
        assertEquals("Schemes[acme.good, 2 problems]", schemes.toString());
        List<?> problems = (List<?>) schemes.getClass().getMethod("problems").invoke(schemes);
        List<String> starts = problems.stream()
                .map(problem -> problem.toString().replaceFirst("(jar): .*", "$1"))
                .sorted()
                .toList();
        assertEquals(List.of("bad.Throws of " + ProviderJar.url(bad), "bad.TooNew of " + ProviderJar.url(bad)), starts);
    }

    /** Such a thread's context class loader may know nothing of the application: the schemes beside the library are found. */
    @Test
    void theCatalogueIsTheSameFromAThreadOfTheCommonPool() throws Exception {
        Path good = jar("good").scheme("acme.Good", "acme.good").compile().write();
        URL[] application = {ProviderJar.url(apiClasses()), ProviderJar.url(good)};
        try (URLClassLoader loader = new URLClassLoader(application, ClassLoader.getPlatformClassLoader())) {
            Method load = loader.loadClass(Schemes.class.getName()).getMethod("load");
            String found = CompletableFuture.supplyAsync(
                            () -> {
                                Thread.currentThread().setContextClassLoader(null);
                                try {
                                    return load.invoke(null).toString();
                                } catch (ReflectiveOperationException e) {
                                    throw new IllegalStateException(e);
                                }
                            },
                            ForkJoinPool.commonPool())
                    .get();
            assertEquals("Schemes[acme.good, 0 problems]", found);
        }
    }

    @Test
    void aSchemeTypedInJShellIsGivenByHand() throws IOException, InterruptedException {
        String typed = ProviderJar.scheme("acme.Typed", "acme.typed", "").replaceFirst("package acme;", "")
                + "System.out.println(Schemes.load().with(new Typed()).ids())\n";
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jshell")
                                .toString(),
                        "--class-path",
                        apiClasses().toString(),
                        "-")
                .redirectInput(Files.writeString(folder.resolve("typed"), typed).toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        assertTrue(printed.endsWith("[acme.typed]\n"), printed);
    }

    private static Path apiClasses() throws IOException {
        try {
            return Path.of(Schemes.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private ProviderJar jar(String name) throws IOException {
        return new ProviderJar(folder, name);
    }

    private static Schemes load(List<Path> jars) throws IOException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = ProviderJar.url(jars.get(i));
        }
        try (URLClassLoader loader = new URLClassLoader(urls, SchemesInJarsTest.class.getClassLoader())) {
            return Schemes.load(loader);
        }
    }
}
