package dev.segmentation.core.review;

import dev.segmentation.api.Book;
import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Share;
import dev.segmentation.api.TopShares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cuts that a client must pass to move: above each cut of the rule the one to enter, below it the one to leave. As they
 * are cuts by the same keys, a client is asked for nothing but its keys.
 */
final class Bands {

    private static final Bands NONE = new Bands(null, List.of(), List.of());

    private final @Nullable Segmentation rule;

    /** One for each cut of the rule; empty where nobody can enter. */
    private final List<Optional<Cutoffs>> enter;

    private final List<Optional<Cutoffs>> leave;

    private Bands(@Nullable Segmentation rule, List<Optional<Cutoffs>> enter, List<Optional<Cutoffs>> leave) {
        this.rule = rule;
        this.enter = enter;
        this.leave = leave;
    }

    static Bands of(Segmentation rule, Stability stability) {
        Cutoffs cutoffs = rule.segmenter().cutoffs().orElse(null);
        Ordering ordering = rule.segmenter().ordering().orElse(null);
        if (!stability.hasBands()
                || cutoffs == null
                || ordering == null
                || cutoffs.cuts().size() + 1 != rule.segments().size()) {
            return NONE;
        }
        List<Optional<Cutoffs>> enter = new ArrayList<>();
        List<Optional<Cutoffs>> leave = new ArrayList<>();
        for (Cut cut : cutoffs.cuts()) {
            enter.add(Optional.ofNullable(stability.toEnter(cut.asked()))
                    .map(share -> cutAt(rule.book(), ordering, cutoffs.total(), share)));
            leave.add(Optional.of(cutAt(rule.book(), ordering, cutoffs.total(), stability.toLeave(cut.asked()))));
        }
        return new Bands(rule, enter, leave);
    }

    private static Cutoffs cutAt(Book book, Ordering ordering, Optional<Measure> total, Share share) {
        TopShares shares = TopShares.of(List.of(share));
        return total.map(measure -> book.cutoffsOfTotal(ordering, measure, shares))
                .orElseGet(() -> book.cutoffs(ordering, shares));
    }

    /** Gives the place between where a client was and where the rule has it that it is sure enough of. */
    int target(int row, int before, int ruled) {
        if (rule == null) {
            return ruled;
        }
        double[] keys =
                rule.segmenter().ordering().orElseThrow().keysOf(rule.book().client(row));
        int target = ruled;
        if (ruled < before) {
            while (target < before && !isAbove(enter.get(target), keys)) {
                target++;
            }
        } else {
            while (target > before && isAbove(leave.get(target - 1), keys)) {
                target--;
            }
        }
        return target;
    }

    private static boolean isAbove(Optional<Cutoffs> cut, double[] keys) {
        return cut.isPresent() && cut.get().tier(keys) == 0;
    }
}
