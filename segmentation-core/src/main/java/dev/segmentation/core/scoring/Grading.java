package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import dev.segmentation.api.Client;
import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Share;
import dev.segmentation.api.TopShares;
import java.io.Serializable;
import java.util.List;

/** How the values of a measure become grades from 1 (below average) to 3 (above average). */
public enum Grading {
    /** The values are grades already: 1, 2 or 3; another one is refused. */
    GIVEN {
        @Override
        public Requirement requirement(Measure measure) {
            return Requirement.uses(measure).wholeWithin(WORST, BEST);
        }

        @Override
        Grades fit(Book book, Measure measure) {
            return new GivenGrades(requirement(measure));
        }
    },
    /**
     * By terciles of the book: the best third gets 3, the next 2, the rest 1.
     *
     * <p>Clients with equal values get the grade of their middle: counted from the best, above a third of the book is 3,
     * below two thirds is 1. Of the values 9, 7, 7, 5 the one 9 gets 3, both 7 get 2, and 5 gets 1; when all values are
     * equal, all get 2: average. A book without a known value grades nobody.
     */
    TERCILES {
        @Override
        public Requirement requirement(Measure measure) {
            return Requirement.uses(measure);
        }

        @Override
        Grades fit(Book book, Measure measure) {
            TopShares thirds = TopShares.of(List.of(Share.of(1, 3), Share.of(2, 3)));
            Cutoffs cutoffs = book.cutoffs(Ordering.by(measure), thirds);
            long size = cutoffs.size();
            Cut upper = cutoffs.cuts().get(0);
            Cut lower = cutoffs.cuts().get(1);
            // The middle of the tied ones is better + tied / 2, and a third of the book is size / 3: both sixfold here.
            upper = withInclusive(upper, middle(upper) < 2 * size);
            lower = withInclusive(lower, middle(lower) <= 4 * size);
            return new TercileGrades(measure, Cutoffs.of(size, List.of(upper, lower)));
        }
    };

    private static final int WORST = 1;
    private static final int BEST = 3;

    /**
     * Gives what a scheme that grades this way asks of the measure.
     *
     * @param measure the measure
     * @return the requirement; the book can do without the measure
     */
    public abstract Requirement requirement(Measure measure);

    /** Learns from the book how to grade. */
    abstract Grades fit(Book book, Measure measure);

    private static long middle(Cut cut) {
        return 3 * (2 * cut.better() + cut.tied());
    }

    private static Cut withInclusive(Cut cut, boolean inclusive) {
        // A cut that wants nobody has nobody tied at it, and lies above all.
        boolean isReal = cut.tied() > 0;
        return new Cut(cut.asked(), cut.wanted(), cut.boundary(), inclusive && isReal, cut.better(), cut.tied());
    }

    /** Gives the grade of a client; NaN where its value is unknown. */
    interface Grades extends Serializable {
        double of(Client client);
    }

    private record GivenGrades(Requirement requirement) implements Grades {
        @Override
        public double of(Client client) {
            requirement.check(client);
            return client.measure(requirement.measure());
        }
    }

    private record TercileGrades(Measure measure, Cutoffs cutoffs) implements Grades {
        @Override
        public double of(Client client) {
            double key = measure.direction().orient(client.measure(measure));
            return Double.isNaN(key) || cutoffs.size() == 0 ? Double.NaN : BEST - cutoffs.tier(key);
        }
    }
}
