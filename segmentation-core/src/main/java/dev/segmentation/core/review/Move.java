package dev.segmentation.core.review;

import dev.segmentation.api.Segment;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A client that is in another segment than last time, and why.
 *
 * @param clientId the client
 * @param from where it was
 * @param to where it is
 * @param causes how many segments up, or down where negative, each cause moved it, in the order of {@link Cause}; they add
 *     up to the move. Unscored is as if behind the worst segment.
 */
public record Move(String clientId, Segment from, Segment to, Map<Cause, Integer> causes) {

    /**
     * Copies the causes.
     *
     * @param clientId see {@link #clientId()}
     * @param from see {@link #from()}
     * @param to see {@link #to()}
     * @param causes see {@link #causes()}
     */
    public Move {
        causes = Collections.unmodifiableMap(new LinkedHashMap<>(causes));
    }

    /**
     * Gives the causes in words: {@code own data +2, others -1}.
     *
     * @return the words
     */
    public String why() {
        List<String> words = causes.entrySet().stream()
                .map(cause -> cause.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + (cause.getValue() > 0 ? " +" : " ")
                        + cause.getValue())
                .toList();
        return String.join(", ", words);
    }

    /** Gives one line: {@code C-0042: Gold to Platinum (own data +1)}. */
    @Override
    public String toString() {
        return clientId + ": " + from + " to " + to + " (" + why() + ")";
    }
}
