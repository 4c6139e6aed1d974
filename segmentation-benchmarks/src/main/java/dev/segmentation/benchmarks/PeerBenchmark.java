package dev.segmentation.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A task that one peer does in one process. The figure is the time from the input in memory to the result in memory, new
 * arrays for results and copies included.
 *
 * <p>The inputs are made and the peer's answer to each is checked before the clock runs; a wrong answer ends the run.
 *
 * @param <I> what the task is done on
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {
            "-Xms4g",
            "-Xmx10g",
            // Lest the first use of each page of memory be measured.
            "-XX:+AlwaysPreTouch",
            // On two cores it is 1, and the JDK's parallel sort would not split.
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2"
        })
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public abstract class PeerBenchmark<I> {

    /** Who does the task. */
    @Param(Peers.OURS)
    public String peer;

    /** The shape of the numbers. */
    @Param("REVENUE")
    public Column column;

    /** How many numbers, or rows, are ranked at once. */
    @Param("100000")
    public int size;

    /** About how many numbers all inputs have together. */
    @Param("1000000")
    public int total;

    /** On how many threads a peer may work. */
    @Param("1")
    public int threads;

    private Contender contender;
    private int next;

    /** For JMH. */
    protected PeerBenchmark() {}

    abstract Peers<I> peers();

    abstract List<I> inputs();

    /** Gives the right answer, by a plain sort. */
    abstract double[] truth(I input);

    /** Makes the inputs and checks the peer's answers. */
    @Setup
    public void prepare() {
        List<I> inputs = inputs();
        contender = peers().enter(peer, inputs, threads);
        for (int i = 0; i < contender.inputs(); i++) {
            check(truth(inputs.get(i)), contender.answer(i));
        }
    }

    private void check(double[] truth, double[] answer) {
        if (truth.length != answer.length) {
            throw new IllegalStateException(
                    this + " must give " + truth.length + " numbers, but gave " + answer.length);
        }
        for (int i = 0; i < truth.length; i++) {
            if (Double.compare(truth[i], answer[i]) != 0) {
                throw new IllegalStateException(
                        this + " must give " + truth[i] + " at " + i + ", but gave " + answer[i]);
            }
        }
    }

    /** Lets go of what the peer holds. */
    @TearDown
    public void close() {
        contender.close();
    }

    /**
     * Does the task on the next input.
     *
     * @return the result
     */
    @Benchmark
    public Object run() {
        int input = next;
        next = input + 1 < contender.inputs() ? input + 1 : 0;
        return contender.run(input);
    }

    /** Gives one line: {@code RanksBenchmark of Segmentation on 100000 of REVENUE by 1}. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + " of " + peer + " on " + size + " of " + column + " by " + threads;
    }
}
