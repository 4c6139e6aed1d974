package dev.segmentation.core.scoring;

import dev.segmentation.api.Direction;
import dev.segmentation.api.Settings;

/** The values are grades already. */
record GivenGrades() implements Grades {

    @Override
    public double of(double value) {
        return value;
    }

    @Override
    public boolean isTurned() {
        return false;
    }

    @Override
    public Grades onto(Scale from, Scale to) {
        return new LineGrades(
                Direction.HIGHER_IS_BETTER,
                new double[] {from.worst(), from.best()},
                new double[] {to.worst(), to.best()},
                false);
    }

    @Override
    public Settings settings() {
        return Settings.empty().with("form", "given");
    }
}
