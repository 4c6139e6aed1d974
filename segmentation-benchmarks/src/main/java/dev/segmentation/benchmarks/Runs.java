package dev.segmentation.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks cell by cell, so that those who are compared run one after the other. */
final class Runs {

    private final Level level;
    private final Path results;
    private final List<RunResult> done = new ArrayList<>();

    /**
     * @param results takes JMH's JSON, anew after each cell; beside it come a log and what the machine is
     */
    Runs(Level level, Path results) {
        this.level = level;
        this.results = results;
    }

    void run(List<Task> tasks) throws IOException, RunnerException {
        Machine.here().write(Machine.beside(results));
        try (PrintStream log = new PrintStream(beside(results, ".log").toFile(), StandardCharsets.UTF_8)) {
            OutputFormat format = OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
            for (Task task : tasks) {
                for (Cell cell : task.cells(level)) {
                    System.out.println(task + " " + cell);
                    show(run(task, cell, format));
                }
            }
        }
    }

    static Path beside(Path results, String ending) {
        return Path.of(results.toString().replaceFirst("\\.json$", "") + ending);
    }

    private Collection<RunResult> run(Task task, Cell cell, OutputFormat format) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\Q" + task.benchmark().getName() + ".run\\E$")
                .warmupIterations(level.warmups())
                .warmupTime(TimeValue.milliseconds(level.milliseconds()))
                .measurementIterations(level.iterations())
                .measurementTime(TimeValue.milliseconds(level.milliseconds()))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
        parameters(task, cell, level).forEach((name, values) -> options.param(name, values.toArray(new String[0])));
        Collection<RunResult> results = new Runner(options.build(), format).run();
        done.addAll(results);
        ResultFormatFactory.getInstance(ResultFormatType.JSON, this.results.toString())
                .writeOut(done);
        return results;
    }

    /** Gives what JMH sets the fields of a benchmark to, for all peers that run in the cell. */
    static Map<String, List<String>> parameters(Task task, Cell cell, Level level) {
        return Map.of(
                "peer", task.peers().in(cell),
                "column", List.of(cell.column().name()),
                "size", List.of(Integer.toString(cell.size())),
                "total", List.of(Integer.toString(task.total(level))),
                "threads", List.of(Integer.toString(cell.threads())));
    }

    private static void show(Collection<RunResult> results) {
        for (RunResult result : results) {
            double[] times = result.getBenchmarkResults().stream()
                    .flatMap(fork -> fork.getIterationResults().stream())
                    .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                    .toArray();
            System.out.printf(
                    "  %-20s %12.3f ms%n", result.getParams().getParam("peer"), Figure.median(Arrays.stream(times)));
        }
    }
}
