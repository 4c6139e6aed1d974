package dev.segmentation.testkit;

import dev.segmentation.api.Requirement;
import java.util.ArrayList;
import java.util.List;

/** The numbers that a measure is tried with. */
final class Values {

    /** The plain ones come first: half of the books have no others, and a book is made smaller towards them. */
    private static final double[] ANY = {
        0,
        1,
        2,
        3,
        5,
        10,
        100,
        2.5,
        0.1,
        50_000,
        -1,
        -0.0,
        -250.5,
        1e9,
        -1e9,
        0.30000000000000004,
        1e-300,
        Double.MIN_VALUE,
        1e300
    };

    private static final int[] SIXTHS = {0, 6, 3, 1, 2, 4, 5};

    private Values() {}

    static List<Double> of(Requirement requirement) {
        List<Double> values = new ArrayList<>();
        for (double value : ANY) {
            if (requirement.accepts(value)) {
                values.add(value);
            }
        }
        double least = Math.max(requirement.least(), -1e12);
        double most = Math.min(requirement.most(), 1e12);
        if (!requirement.acceptsAll()) {
            for (int sixth : SIXTHS) {
                double between = least * ((6 - sixth) / 6.0) + most * (sixth / 6.0);
                double value = requirement.wholeOnly() ? Math.rint(between) : between;
                if (requirement.accepts(value) && !values.contains(value)) {
                    values.add(value);
                }
            }
        }
        return List.copyOf(values);
    }
}
