package dev.segmentation.core.review;

import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Share;
import dev.segmentation.api.TopShares;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The cuts that a client must pass to move: above each cut of the rule the one to enter, below it the one to leave. As they
 * are cuts by the same keys, a client is asked for nothing but its keys.
 */
final class Bands {

    private final Segmentation rule;
    private final Shifted enter;
    private final Shifted leave;

    private Bands(Segmentation rule, Shifted enter, Shifted leave) {
        this.rule = rule;
        this.enter = enter;
        this.leave = leave;
    }

    /** Gives the bands; null where there are none. */
    static @Nullable Bands of(Segmentation rule, Stability stability) {
        Cutoffs cutoffs = rule.segmenter().cutoffs().orElse(null);
        if (!stability.hasBands()
                || cutoffs == null
                || rule.segmenter().ordering().isEmpty()
                || cutoffs.cuts().size() + 1 != rule.segments().size()) {
            return null;
        }
        List<Share> asked = cutoffs.cuts().stream().map(Cut::asked).toList();
        return new Bands(
                rule,
                new Shifted(
                        rule, cutoffs, asked.stream().map(stability::toEnter).toList()),
                new Shifted(
                        rule, cutoffs, asked.stream().map(stability::toLeave).toList()));
    }

    /** Gives the place between where a client was and where the rule has it that it is sure enough of. */
    int target(int row, int before, int ruled) {
        double[] keys =
                rule.segmenter().ordering().orElseThrow().keysOf(rule.book().client(row));
        int target = ruled;
        if (ruled < before) {
            while (target < before && !enter.isAbove(target, keys)) {
                target++;
            }
        } else {
            while (target > before && leave.isAbove(target - 1, keys)) {
                target--;
            }
        }
        return target;
    }

    /** The cuts of the rule, shifted. All are found at once; some may have come to lie on each other. */
    private static final class Shifted {

        private final @Nullable Cutoffs cutoffs;

        /** For each cut of the rule its place among those that differ; -1 where nobody is above it. */
        private final int[] places;

        Shifted(Segmentation rule, Cutoffs unshifted, List<Optional<Share>> shares) {
            List<Share> different = List.copyOf(
                    new TreeSet<>(shares.stream().flatMap(Optional::stream).toList()));
            this.places = shares.stream()
                    .mapToInt(share -> share.map(different::indexOf).orElse(-1))
                    .toArray();
            Ordering ordering = rule.segmenter().ordering().orElseThrow();
            this.cutoffs = different.isEmpty()
                    ? null
                    : unshifted
                            .total()
                            .map(total -> rule.book().cutoffsOfTotal(ordering, total, TopShares.of(different)))
                            .orElseGet(() -> rule.book().cutoffs(ordering, TopShares.of(different)));
        }

        boolean isAbove(int cut, double[] keys) {
            return places[cut] >= 0 && Objects.requireNonNull(cutoffs).tier(keys) <= places[cut];
        }
    }
}
