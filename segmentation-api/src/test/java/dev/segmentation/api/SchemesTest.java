package dev.segmentation.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acme.Providers;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemesTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aBadProviderHarmsOnlyItself() throws IOException {
        Schemes schemes = load(
                Providers.Good.class.getName(),
                "acme.IsNotThere",
                Providers.ThrowsWhenMade.class.getName(),
                Providers.ThrowsWhenAsked.class.getName(),
                Providers.NoScheme.class.getName(),
                Providers.Other.class.getName());
        assertEquals(List.of("acme.good", "acme.other"), schemes.ids());
        assertEquals(4, schemes.problems().size(), schemes.problems()::toString);
        assertTrue(schemes.problems().stream()
                .anyMatch(problem -> problem.provider().equals(Providers.ThrowsWhenAsked.class.getName())
                        && problem.message().contains("no id")));
    }

    @Test
    void twoSchemesOfOneIdAreNeitherTaken() throws IOException {
        String good = Providers.Good.class.getName();
        String twin = Providers.Twin.class.getName();
        for (Schemes schemes : List.of(load(good, twin), load(twin, good))) {
            assertEquals(List.of(), schemes.ids());
            assertEquals(2, schemes.problems().size());
            for (Schemes.Problem problem : schemes.problems()) {
                assertTrue(problem.message().contains(good), problem::toString);
                assertTrue(problem.message().contains(twin), problem::toString);
            }
        }
    }

    @Test
    void idsAreLegalAndOnesWithoutADotAreTheLibrarys() throws IOException {
        Schemes schemes = load(Providers.Capital.class.getName(), Providers.Dotless.class.getName());
        assertEquals(List.of(), schemes.ids());
        assertEquals(
                "an id without a dot is this library's own, but was 'gold'",
                schemes.problems().get(1).message());
    }

    @Test
    void anUnknownIdListsTheKnownOnes() throws IOException {
        Schemes schemes = load(Providers.Good.class.getName(), Providers.Other.class.getName(), "acme.IsNotThere");
        Exception e = assertThrows(IllegalArgumentException.class, () -> schemes.get("acme.god"));
        assertEquals(
                "unknown scheme 'acme.god', known are: acme.good, acme.other; 1 more could not be loaded",
                e.getMessage());
    }

    @Test
    void aProblemNamesTheFolderOfItsProvider() throws IOException {
        Schemes schemes = load("acme.IsNotThere", Providers.ThrowsWhenMade.class.getName());
        assertEquals(
                List.of("acme.IsNotThere", Providers.ThrowsWhenMade.class.getName()),
                schemes.problems().stream()
                        .map(Schemes.Problem::provider)
                        .sorted()
                        .toList());
        for (Schemes.Problem problem : schemes.problems()) {
            String source = problem.provider().equals("acme.IsNotThere")
                    ? folder.toUri().toURL().toString()
                    : Providers.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toString();
            assertEquals(source, problem.source());
        }
    }

    @Test
    void aSchemeCanBeAddedByHand() {
        SegmentationScheme mine = new Providers.Good();
        Schemes schemes = Schemes.load().with(mine);
        assertSame(mine, schemes.get("acme.good"));
        assertThrows(IllegalArgumentException.class, () -> schemes.with(new Providers.Capital()));
        assertThrows(IllegalArgumentException.class, () -> schemes.with(new Providers.Dotless()));
    }

    private Schemes load(String... providers) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(SegmentationScheme.class.getName()), String.join("\n", providers));
        URL[] path = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, SchemesTest.class.getClassLoader())) {
            return Schemes.load(loader);
        }
    }
}
