package dev.segmentation.core.analysis;

import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which texts an attribute has.
 *
 * @param name the name of the attribute
 * @param count how many clients have a text
 * @param missing how many have none
 * @param distinct how many different texts there are
 * @param mostFrequent the texts that most clients have, at most five, the most frequent first; equally frequent ones in the
 *     order of the alphabet
 */
public record AttributeDescription(String name, long count, long missing, long distinct, List<TextCount> mostFrequent) {

    private static final int MOST_SHOWN = 5;

    /**
     * Copies the list.
     *
     * @param name see {@link #name()}
     * @param count see {@link #count()}
     * @param missing see {@link #missing()}
     * @param distinct see {@link #distinct()}
     * @param mostFrequent see {@link #mostFrequent()}
     */
    public AttributeDescription {
        mostFrequent = List.copyOf(mostFrequent);
    }

    static AttributeDescription of(ClientBook book, String name) {
        Map<String, Long> counts = new HashMap<>();
        long known = 0;
        for (Client client : book) {
            Optional<String> text = client.attribute(name);
            if (text.isPresent()) {
                counts.merge(text.get(), 1L, Long::sum);
                known++;
            }
        }
        List<TextCount> mostFrequent = counts.entrySet().stream()
                .map(entry -> new TextCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(TextCount::clients).reversed().thenComparing(TextCount::text))
                .limit(MOST_SHOWN)
                .toList();
        return new AttributeDescription(name, known, book.size() - known, counts.size(), mostFrequent);
    }

    /** Gives one line: {@code AttributeDescription[occupation, 9 texts]}. */
    @Override
    public String toString() {
        return "AttributeDescription[" + ShortName.of(name) + ", " + distinct + " texts]";
    }

    /**
     * How many clients have one text.
     *
     * @param text the text
     * @param clients 1 or more
     */
    public record TextCount(String text, long clients) {}
}
