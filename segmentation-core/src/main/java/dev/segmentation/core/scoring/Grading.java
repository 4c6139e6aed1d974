package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import dev.segmentation.api.Client;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Share;
import dev.segmentation.api.TiePolicy;
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
            Requirement requirement = requirement(measure);
            return client -> {
                requirement.check(client);
                return client.measure(measure);
            };
        }
    },
    /**
     * By terciles of the book: the best third gets 3, the next 2, the rest 1.
     *
     * <p>Clients with equal values get the grade that more of them would have if counted off one by one. So when all
     * values are equal, all get 2: average.
     */
    TERCILES {
        @Override
        public Requirement requirement(Measure measure) {
            return Requirement.uses(measure);
        }

        @Override
        Grades fit(Book book, Measure measure) {
            TopShares thirds =
                    TopShares.of(List.of(Share.of(1, 3), Share.of(2, 3))).withTies(TiePolicy.MAJORITY);
            Ordering ordering = Ordering.by(measure);
            Cutoffs cutoffs = book.cutoffs(ordering, thirds);
            return client -> {
                double key = measure.direction().orient(client.measure(measure));
                return Double.isNaN(key) ? Double.NaN : BEST - cutoffs.tier(key);
            };
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

    /** Gives the grade of a client; NaN where its value is unknown. */
    @FunctionalInterface
    interface Grades extends Serializable {
        double of(Client client);
    }
}
