package dev.segmentation.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/** What the script {@code run} starts. */
final class Main {

    private Main() {}

    /**
     * Measures, or makes tables of what was measured.
     *
     * @param args the folder of results; then {@code smoke}, {@code short}, {@code large} or {@code full} and the tasks, all if none is
     *     named; or {@code table} and the level, {@code short} if none is named
     */
    public static void main(String... args) throws IOException, RunnerException {
        Path folder = Path.of(args[0]);
        if (args[1].equals("table")) {
            Level level = args.length > 2 ? named(Level.class, args[2]) : Level.SHORT;
            new PrintStream(System.out, true, StandardCharsets.UTF_8)
                    .println(Report.read(results(folder, level)).markdown());
            return;
        }
        Level level = named(Level.class, args[1]);
        List<Task> tasks = args.length == 2
                ? List.of(Task.values())
                : Arrays.stream(args)
                        .skip(2)
                        .map(name -> named(Task.class, name))
                        .toList();
        new Runs(level, results(folder, level)).run(tasks);
        System.out.println("Results: " + results(folder, level));
    }

    private static Path results(Path folder, Level level) {
        return folder.resolve("results-" + level.name().toLowerCase(Locale.ROOT) + ".json");
    }

    private static <E extends Enum<E>> E named(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
