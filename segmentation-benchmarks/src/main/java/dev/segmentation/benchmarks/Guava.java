package dev.segmentation.benchmarks;

import com.google.common.math.Quantiles;
import java.util.Arrays;
import java.util.Map;

/** The quantiles of Guava. Takes quadratic time where many values are equal: see {@link Cell#suitsGuava}. */
final class Guava {

    private Guava() {}

    /**
     * It interpolates, and an unknown value makes all of them unknown: so it gets the known ones, on a scale on which each
     * place is a whole number.
     */
    static double[] quantiles(double[] values) {
        double[] known = TopPlaces.onlyKnown(values);
        int[] places = TopPlaces.of(known.length);
        Map<Integer, Double> quantiles =
                Quantiles.scale(known.length - 1).indexes(places).computeInPlace(known);
        return Arrays.stream(places).mapToDouble(quantiles::get).toArray();
    }
}
