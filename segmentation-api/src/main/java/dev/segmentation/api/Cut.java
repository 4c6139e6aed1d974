package dev.segmentation.api;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One cut through the ranked clients: what was asked, where it lies, and what it came to.
 *
 * <p>With keys 9, 7, 7, 5 and half of the clients asked for, two are wanted; the boundary is 7, one client is better and
 * two are tied. {@link TiePolicy#PROMOTE} makes the cut inclusive and three clients lie above it.
 *
 * @param asked the cumulative share asked for
 * @param wanted how many clients that is
 * @param boundary the keys of the last client wanted, greater is better; all infinite where none is wanted
 * @param inclusive whether a client with the keys of the boundary lies above the cut
 * @param better how many clients are better than the boundary
 * @param tied how many clients are equal to the boundary
 */
public record Cut(Share asked, long wanted, List<Double> boundary, boolean inclusive, long better, long tied)
        implements Serializable {

    /**
     * Checks the parts.
     *
     * @param asked see {@link #asked()}
     * @param wanted see {@link #wanted()}
     * @param boundary see {@link #boundary()}
     * @param inclusive see {@link #inclusive()}
     * @param better see {@link #better()}
     * @param tied see {@link #tied()}
     * @throws IllegalArgumentException if the boundary has no key or an unknown one, or a count is negative
     */
    public Cut {
        Objects.requireNonNull(asked, "asked");
        boundary = List.copyOf(boundary);
        if (boundary.isEmpty() || boundary.contains(Double.NaN)) {
            throw new IllegalArgumentException("a boundary must have at least one key, and all known");
        }
        if (wanted < 0 || better < 0 || tied < 0) {
            throw new IllegalArgumentException(
                    "counts must be 0 or more, but were " + wanted + ", " + better + " and " + tied);
        }
    }

    static Cut from(Settings settings) {
        settings.allow("asked", "wanted", "boundary", "inclusive", "better", "tied");
        double[] boundary = settings.reals("boundary").orElseThrow(settings.lacking("boundary"));
        String asked = settings.text("asked").orElseThrow(settings.lacking("asked"));
        return settings.checked(
                "boundary",
                () -> new Cut(
                        Share.parse(asked),
                        count(settings, "wanted"),
                        Arrays.stream(boundary).boxed().toList(),
                        settings.flag("inclusive").orElseThrow(settings.lacking("inclusive")),
                        count(settings, "better"),
                        count(settings, "tied")));
    }

    static long count(Settings settings, String key) {
        return settings.checked(key, () -> {
            try {
                return settings.number(key).orElseThrow(settings.lacking(key)).longValueExact();
            } catch (ArithmeticException notWhole) {
                throw new IllegalArgumentException("it must be a whole number", notWhole);
            }
        });
    }

    Settings settings() {
        return Settings.empty()
                .with("asked", asked.toString())
                .with("wanted", wanted)
                .with("boundary", boundary)
                .with("inclusive", inclusive)
                .with("better", better)
                .with("tied", tied);
    }

    /**
     * Gives how many clients lie above the cut.
     *
     * @return the realised number
     */
    public long count() {
        return inclusive ? better + tied : better;
    }

    /**
     * Says whether clients with equal keys lay on both sides of the cut when counted off, so that the tie policy
     * decided.
     *
     * @return whether there was a tie to decide
     */
    public boolean isTied() {
        return better < wanted && wanted < better + tied;
    }
}
