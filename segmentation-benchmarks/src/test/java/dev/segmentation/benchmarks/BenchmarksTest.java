package dev.segmentation.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every peer is right in every cell: the same check that each process does before it measures. */
class BenchmarksTest {

    /** Enough for two books, and for inputs that differ. */
    private static final int TOTAL = 3_000;

    /** All shapes, small. */
    static Stream<String> small() {
        return Stream.of(Task.values())
                .flatMap(task -> task.columns(Level.FULL).stream()
                        .flatMap(column -> Stream.of(1, 2).map(threads -> task + " " + column + " 1000 " + threads)));
    }

    /** From 100,000 on several threads are really used. */
    static Stream<String> large() {
        return Stream.of(Task.values())
                .filter(task -> task != Task.BOOKS)
                .map(task -> task + " " + task.columns(Level.SMOKE).get(0) + " 100000 2");
    }

    @ParameterizedTest
    @MethodSource({"small", "large"})
    void answersAreRight(String text) throws ReflectiveOperationException {
        String[] words = text.split(" ", -1);
        Task task = Task.valueOf(words[0]);
        Cell cell = new Cell(Column.valueOf(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
        assertEquals(Peers.OURS, task.peers().in(cell).get(0));
        for (String peer : task.peers().in(cell)) {
            PeerBenchmark<?> benchmark = benchmark(task, cell, peer);
            benchmark.prepare();
            try {
                benchmark.run();
                benchmark.run();
            } finally {
                benchmark.close();
            }
        }
    }

    private static PeerBenchmark<?> benchmark(Task task, Cell cell, String peer) throws ReflectiveOperationException {
        PeerBenchmark<?> benchmark = task.benchmark().getConstructor().newInstance();
        benchmark.peer = peer;
        benchmark.column = cell.column();
        benchmark.size = cell.size();
        benchmark.total = TOTAL;
        benchmark.threads = cell.threads();
        return benchmark;
    }

    /** A check that never fails would be worth nothing. */
    @ParameterizedTest
    @EnumSource(Column.class)
    void wrongAnswersAreFound(Column column) {
        RanksBenchmark wrong = new RanksBenchmark() {
            @Override
            double[] truth(double[] values) {
                double[] truth = super.truth(values);
                truth[truth.length - 1]++;
                truth[truth.length / 2] = 0;
                return truth;
            }
        };
        wrong.peer = Peers.OURS;
        wrong.column = column;
        wrong.size = 1_000;
        wrong.total = 1_000;
        wrong.threads = 1;
        assertThrows(IllegalStateException.class, wrong::prepare);
    }

    @Test
    void everyCellOfEveryLevelHasPeers() {
        for (Level level : Level.values()) {
            for (Task task : Task.values()) {
                for (Cell cell : task.cells(level)) {
                    Map<String, ?> parameters = new TreeMap<>(Runs.parameters(task, cell, level));
                    assertEquals(
                            "[column, peer, size, threads, total]",
                            parameters.keySet().toString());
                    assertTrue(task.peers().in(cell).size() > 1, () -> task + " " + cell);
                }
            }
        }
    }

    @Test
    void mediansAreOfTheMiddle() {
        assertEquals(2, Figure.median(DoubleStream.of(9, 1, 2)));
        assertEquals(3, Figure.median(DoubleStream.of(9, 1, 2, 4)));
        assertEquals(Double.NaN, Figure.median(DoubleStream.of()));
    }

    @Test
    void tablesShowRatiosOfMedians(@TempDir Path folder) throws Exception {
        Path results = folder.resolve("results-short.json");
        Files.writeString(
                results, "[" + result("Segmentation", "[2, 1, 9]") + "," + result("Smile", "[5, 6], [4]") + "]");
        new Machine("a processor", 2, "a system", "2026-01-31").write(Machine.beside(results));
        String markdown = Report.read(results).markdown();
        assertTrue(
                markdown.startsWith(
                        "Measured on 2026-01-31: 2 cores of a processor, a system; JDK 17 (a VM), JMH 1.37."),
                markdown);
        assertTrue(markdown.contains("| clients | shape | threads | Segmentation | Smile |"), markdown);
        assertTrue(markdown.contains("| 1,000 | some unknown | 1 | 2.00 ms ± 200 % | ×2.50 |"), markdown);
        assertTrue(markdown.contains("| 1,000 | some unknown | 1 | 8.0 | 8.0 |"), markdown);
    }

    private static String result(String peer, String iterations) {
        return """
                {"jmhVersion": "1.37", "benchmark": "dev.segmentation.benchmarks.RanksBenchmark.run",
                 "jdkVersion": "17", "vmName": "a VM",
                 "params": {"peer": "%s", "column": "SOME_UNKNOWN", "size": "1000", "threads": "1", "total": "1000"},
                 "primaryMetric": {"scoreUnit": "ms/op", "rawData": [%s]},
                 "secondaryMetrics": {"gc.alloc.rate.norm": {"rawData": [[8000, 8000, 8000]]}}}
                """.formatted(peer, iterations);
    }
}
