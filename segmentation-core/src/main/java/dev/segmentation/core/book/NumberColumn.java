package dev.segmentation.core.book;

import dev.segmentation.api.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        this(values, CodedColumn.of(values), null);
    }

    private NumberColumn(double[] values, @Nullable CodedColumn coded, @Nullable Facts facts) {
        this.values = values;
        this.coded = coded;
        this.facts = facts;
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
            made = Facts.OF_NONE.and(values, values.length);
            facts = made;
        }
        return made;
    }

    private static final class Facts {

        static final Facts OF_NONE = new Facts(true, true, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

        private final boolean isKnown;
        private final boolean isWhole;
        private final double least;
        private final double most;

        private Facts(boolean isKnown, boolean isWhole, double least, double most) {
            this.isKnown = isKnown;
            this.isWhole = isWhole;
            this.least = least;
            this.most = most;
        }

        /** Gives what holds of the first so many values too. */
        Facts and(double[] values, int length) {
            boolean known = isKnown;
            boolean whole = isWhole;
            double smallest = least;
            double greatest = most;
            for (int i = 0; i < length; i++) {
                double value = values[i];
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
            return new Facts(known, whole, smallest, greatest);
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

    /**
     * A builder of a column that grows number by number. It is kept in pieces, so that growing copies nothing, and what holds of
     * a piece is found out while it is still in the cache.
     */
    static final class Appender {

        private static final int PIECE = CodedColumn.FEWEST_ROWS;

        private final List<double[]> full = new ArrayList<>();
        private double[] last = new double[16];
        private int size;
        private Facts facts = Facts.OF_NONE;
        private CodedColumn.@Nullable Appender codes;

        void add(double number) {
            if (size == last.length) {
                grow();
            }
            last[size++] = number;
        }

        /** Adds some numbers of an array. */
        void add(double[] numbers, int from, int to) {
            int next = from;
            while (next < to) {
                if (size == last.length) {
                    grow();
                }
                int length = Math.min(to - next, last.length - size);
                System.arraycopy(numbers, next, last, size, length);
                size += length;
                next += length;
            }
        }

        private void grow() {
            if (last.length < PIECE) {
                last = Arrays.copyOf(last, 2 * last.length);
            } else {
                full.add(last);
                facts = facts.and(last, PIECE);
                codes().add(last, PIECE);
                last = new double[PIECE];
                size = 0;
            }
        }

        private CodedColumn.Appender codes() {
            CodedColumn.Appender begun = codes == null ? new CodedColumn.Appender() : codes;
            codes = begun;
            return begun;
        }

        NumberColumn build() {
            double[] all = new double[full.size() * PIECE + size];
            for (int piece = 0; piece < full.size(); piece++) {
                System.arraycopy(full.get(piece), 0, all, piece * PIECE, PIECE);
            }
            System.arraycopy(last, 0, all, full.size() * PIECE, size);
            boolean isLarge = all.length >= CodedColumn.FEWEST_ROWS;
            return new NumberColumn(all, isLarge ? codes().build(last, size) : null, facts.and(last, size));
        }
    }
}
