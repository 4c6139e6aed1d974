package dev.segmentation.core.ranking;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Finds what stands at a few positions among values of which only few differ: one pass counts each of them. */
final class FewValuesSelection {

    /** With more different values in the sample the attempt is not made. */
    private static final int MOST_IN_SAMPLE = ValueCounts.MOST / 2;

    private FewValuesSelection() {}

    /** What stands at the positions that are wanted of the known values, or null if too many values differ. */
    static Selection.@Nullable Selected trySelect(
            double[] values, KeySample sample, Workers workers, LongFunction<long[]> wanted) {
        if (sample.distinctKeys(MOST_IN_SAMPLE) == null) {
            return null;
        }
        ValueCounts[] parts = new ValueCounts[workers.parts()];
        boolean[] complete = new boolean[parts.length];
        workers.run(part -> {
            parts[part] = new ValueCounts();
            complete[part] = parts[part].addAll(
                    values, workers.partStart(part, values.length), workers.partStart(part + 1, values.length));
        });
        ValueCounts all = new ValueCounts();
        for (int part = 0; part < parts.length; part++) {
            if (!complete[part] || !all.addAll(parts[part])) {
                return null;
            }
        }
        long known = values.length - all.unknown();
        return new Selection.Selected(known, all.statistics(wanted.apply(known)));
    }
}
