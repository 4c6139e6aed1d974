package dev.segmentation.core.analysis;

import dev.segmentation.api.Measure;
import dev.segmentation.core.ranking.Distribution;
import dev.segmentation.core.ranking.QuantileType;

/**
 * How the values of one measure lie: of 4, 1, unknown, 7 and 10 it is count 4, missing 1, min 1, lower quartile 3.25, median
 * 5.5, upper quartile 7.75 and max 10.
 *
 * <p>Quartiles are those of {@link QuantileType#LINEAR}, type 7 of Hyndman and Fan, as spreadsheets and R give them. Where
 * no value is known the five numbers are {@code NaN}.
 *
 * @param measure the measure
 * @param count how many clients have a known value
 * @param missing how many have none
 * @param min the least value
 * @param lowerQuartile a quarter lies at or below it
 * @param median half lies at or below it
 * @param upperQuartile three quarters lie at or below it
 * @param max the greatest value
 * @param histogram how many values lie where between the least and the greatest
 */
public record MeasureDescription(
        Measure measure,
        long count,
        long missing,
        double min,
        double lowerQuartile,
        double median,
        double upperQuartile,
        double max,
        Histogram histogram) {

    private static final int BINS = 10;

    static MeasureDescription of(Measure measure, double... values) {
        Distribution known = Distribution.of(values);
        double[] fiveNumbers = known.quantiles(QuantileType.LINEAR, 0, 0.25, 0.5, 0.75, 1);
        return new MeasureDescription(
                measure,
                known.size(),
                values.length - known.size(),
                fiveNumbers[0],
                fiveNumbers[1],
                fiveNumbers[2],
                fiveNumbers[3],
                fiveNumbers[4],
                Histogram.of(known, BINS));
    }

    /** Gives one line: {@code MeasureDescription[revenue, 248 known, 2 missing]}. */
    @Override
    public String toString() {
        return "MeasureDescription[" + ShortName.of(measure) + ", " + count + " known, " + missing + " missing]";
    }
}
