package dev.segmentation.benchmarks;

import org.apache.commons.numbers.arrays.Selection;
import org.apache.commons.statistics.descriptive.NaNPolicy;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.apache.commons.statistics.ranking.NaNStrategy;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/** Apache Commons Statistics and Numbers. */
final class Commons {

    private static final Quantile QUANTILE =
            Quantile.withDefaults().withCopy(true).with(NaNPolicy.EXCLUDE).with(EstimationMethod.HF1);

    private Commons() {}

    /** Its own ties and unknown values are the same as here. */
    static Ranker ranker(Ties ties) {
        NaturalRanking ranking = new NaturalRanking(
                NaNStrategy.FIXED, ties == Ties.AVERAGE ? TiesStrategy.AVERAGE : TiesStrategy.MINIMUM);
        return ranking::apply;
    }

    /** Takes quantiles without interpolation, at probabilities that hit the wanted places exactly. */
    static double[] quantiles(double[] values) {
        return QUANTILE.evaluate(values, TopPlaces.probabilities(TopPlaces.known(values)));
    }

    /** Selects on a copy, as it works in place; unknown values go to its end. */
    static double[] selection(double[] values) {
        double[] copy = values.clone();
        int known = TopPlaces.known(values);
        Selection.select(copy, TopPlaces.of(known));
        return TopPlaces.at(copy, known);
    }
}
