package dev.segmentation.core.scoring;

import dev.segmentation.api.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reasons that were given before, so that a million clients who were graded alike share one list of them. Where grades may be any
 * numbers, few are alike: beyond some thousand lists, further ones are not kept.
 */
final class SharedReasons {

    private static final int MOST_LISTS = 4_096;
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    private final ConcurrentHashMap<Graded, Reason[]> lists = new ConcurrentHashMap<>();

    /** Gives the reasons of clients who were graded so, where they are kept; to be read only. */
    Reason @Nullable [] of(Graded graded) {
        return lists.get(graded);
    }

    /** Keeps the reasons of clients who were graded so, as long as there are few, and gives them; to be read only. */
    Reason[] keep(Graded graded, List<Reason> made) {
        Reason[] reasons = made.toArray(new Reason[0]);
        if (lists.size() < MOST_LISTS) {
            lists.put(graded, reasons);
        }
        return reasons;
    }

    /** All of a client that its reasons depend on. */
    static final class Graded {

        private final double[] grades;
        private final @Nullable Object[] told;

        /**
         * Takes both as they are.
         *
         * @param grades the grade by each criterion, or what stands for it
         * @param told what {@link GradeSource#told} gave
         */
        Graded(double[] grades, @Nullable Object... told) {
            this.grades = grades;
            this.told = told;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Graded that && Arrays.equals(grades, that.grades) && Arrays.equals(told, that.told);
        }

        @Override
        public int hashCode() {
            // Grades differ in their upper bits alone, of which the product makes well-mixed upper ones; the map folds
            // these.
            int upper = 31 * Arrays.hashCode(grades) + Arrays.hashCode(told);
            return (upper ^ upper >>> Short.SIZE) * GOLDEN_RATIO;
        }
    }
}
