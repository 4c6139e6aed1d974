package dev.segmentation.benchmarks;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A peer with its inputs in place, ready to be timed. */
interface Contender extends AutoCloseable {

    /** Gives how many inputs it takes in turn. */
    int inputs();

    /** Does the task on one input: this is what is timed. */
    Object run(int input);

    /** Does the same, and gives what came out as the truth is written: one number a row. */
    double[] answer(int input);

    @Override
    default void close() {}

    /** Gives a contender that is a plain function of arrays. */
    static <I> Contender of(List<I> inputs, Function<I, double[]> work) {
        return of(inputs, work, (input, result) -> result);
    }

    /** Gives a contender of which the result is yet to be read, outside of the time. */
    static <I, R> Contender of(List<I> inputs, Function<I, R> work, BiFunction<I, R, double[]> reading) {
        return new Contender() {
            @Override
            public int inputs() {
                return inputs.size();
            }

            @Override
            public Object run(int input) {
                return work.apply(inputs.get(input));
            }

            @Override
            public double[] answer(int input) {
                return reading.apply(inputs.get(input), work.apply(inputs.get(input)));
            }
        };
    }
}
