package dev.segmentation.core.book;

import dev.segmentation.api.Requirement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of one measure, and what holds of all of them: found out once, as a book never changes. */
final class NumberColumn {

    private final double[] values;

    /** Beside the numbers, where only a few differ. */
    private final @Nullable CodedColumn coded;

    /** Made when first asked for; making it twice gives the same. */
    private volatile @Nullable Facts facts;

    /** Takes the array as it is. */
    NumberColumn(double... values) {
        this.values = values;
        this.coded = CodedColumn.of(values);
    }

    Optional<CodedColumn> coded() {
        return Optional.ofNullable(coded);
    }

    double[] values() {
        return values;
    }

    /** Says whether no value is NaN. */
    boolean isKnown() {
        return facts().isKnown;
    }

    /** Says whether a requirement accepts every value; an unknown one is accepted. */
    boolean isAcceptedBy(Requirement requirement) {
        return requirement.acceptsAll()
                || facts().isEmpty()
                || (requirement.least() <= facts().least
                        && facts().most <= requirement.most()
                        && (facts().isWhole || !requirement.wholeOnly()));
    }

    NumberColumn gather(int[] rows, int from, int to) {
        double[] gathered = new double[to - from];
        for (int i = from; i < to; i++) {
            gathered[i - from] = values[rows[i]];
        }
        return new NumberColumn(gathered);
    }

    private Facts facts() {
        Facts made = facts;
        if (made == null) {
            made = new Facts(values);
            facts = made;
        }
        return made;
    }

    private static final class Facts {

        private final boolean isKnown;
        private final boolean isWhole;
        private final double least;
        private final double most;

        Facts(double... values) {
            boolean known = true;
            boolean whole = true;
            double smallest = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (double value : values) {
                if (Double.isNaN(value)) {
                    known = false;
                    continue;
                }
                whole = whole && isWhole(value);
                if (value < smallest) {
                    smallest = value;
                }
                if (value > greatest) {
                    greatest = value;
                }
            }
            this.isKnown = known;
            this.isWhole = whole;
            this.least = smallest;
            this.most = greatest;
        }

        private static boolean isWhole(double value) {
            return value == (long) value
                    || value == Math.rint(value); // the first is faster, but takes no great numbers
        }

        /** Whether all values are unknown. */
        boolean isEmpty() {
            return least > most;
        }
    }
}
