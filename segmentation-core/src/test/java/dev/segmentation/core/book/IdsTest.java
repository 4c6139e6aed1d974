package dev.segmentation.core.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Property
    void givesThePlacesThatAHashMapGives(@ForAll("ids") List<String> added) {
        Ids ids = new Ids();
        Map<String, Integer> places = new HashMap<>();
        for (String id : added) {
            assertEquals(Optional.ofNullable(places.get(id)), ids.find(id));
            assertEquals(Optional.ofNullable(places.putIfAbsent(id, places.size())), ids.addIfAbsent(id));
        }
        assertEquals(places.size(), ids.size());
        Ids trimmed = ids.trimmed();
        places.forEach((id, place) -> {
            assertEquals(id, trimmed.get(place));
            assertEquals(Optional.of(place), trimmed.find(id));
        });
    }

    /** Numbered ones, whose hashes are side by side, and ones of Aa and BB, which all have one hash where they are as long. */
    @Provide
    Arbitrary<List<String>> ids() {
        Arbitrary<String> numbered = Arbitraries.integers().between(0, 2_000).map(number -> "C-" + number);
        Arbitrary<String> alike = Arbitraries.of("Aa", "BB").list().ofMaxSize(9).map(parts -> String.join("", parts));
        return Arbitraries.oneOf(numbered, alike, Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(1_000);
    }

    @Test
    void findsEachOfManyThatAreNumbered() {
        Ids ids = new Ids();
        IntStream.range(0, 300_000).forEach(number -> ids.addIfAbsent("C-%06d".formatted(number)));

        IntStream.range(0, 300_000)
                .forEach(number -> assertEquals(Optional.of(number), ids.find("C-%06d".formatted(number))));
        assertEquals(Optional.empty(), ids.find("C-300000"));
    }
}
