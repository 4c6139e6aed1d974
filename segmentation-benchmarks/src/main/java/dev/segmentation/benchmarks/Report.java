package dev.segmentation.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Makes Markdown tables of what JMH wrote: ours as a time, the peers as how many times as long they take. */
final class Report {

    private static final String NOT_RUN = "–";

    private final Map<Task, Map<Cell, Map<String, Figure>>> figures = new EnumMap<>(Task.class);
    private final Set<String> runtimes = new LinkedHashSet<>();
    private final Machine machine;
    private final List<String> lines = new ArrayList<>();

    private Report(Machine machine) {
        this.machine = machine;
    }

    /** Reads results, and what the machine was from the file beside them. */
    static Report read(Path results) throws IOException {
        Report report = new Report(Machine.read(Machine.beside(results)));
        for (JsonNode result : new ObjectMapper().readTree(results.toFile())) {
            report.add(result);
        }
        return report;
    }

    private void add(JsonNode result) {
        JsonNode parameters = result.path("params");
        Cell cell = new Cell(
                Column.valueOf(parameters.path("column").asText()),
                parameters.path("size").asInt(),
                parameters.path("threads").asInt());
        Task task = task(result.path("benchmark").asText());
        int clients = task.clientsPerCall(cell.size(), parameters.path("total").asInt());
        figures.computeIfAbsent(task, same -> new LinkedHashMap<>())
                .computeIfAbsent(cell, same -> new LinkedHashMap<>())
                .put(parameters.path("peer").asText(), Figure.of(result, clients));
        runtimes.add("JDK " + result.path("jdkVersion").asText() + " ("
                + result.path("vmName").asText() + "), JMH "
                + result.path("jmhVersion").asText());
    }

    private static Task task(String benchmark) {
        for (Task task : Task.values()) {
            if (benchmark.equals(task.benchmark().getName() + ".run")) {
                return task;
            }
        }
        throw new IllegalArgumentException("a benchmark must be that of a task, but was " + benchmark);
    }

    /** Gives all tables. */
    String markdown() {
        lines.clear();
        lines.add("Measured on " + machine.date() + ": " + machine.cores() + " cores of " + machine.processor() + ", "
                + machine.system() + "; " + String.join("; ", runtimes) + ".");
        lines.add("");
        lines.add(
                "Times are medians of the iterations, ± half of what lies between the fastest and the slowest. ×2 takes"
                        + " twice as long as " + Peers.OURS + ", ×0.5 half as long; " + NOT_RUN + " was not run.");
        figures.forEach(this::addTables);
        return String.join("\n", lines);
    }

    private void addTables(Task task, Map<Cell, Map<String, Figure>> cells) {
        Set<String> peers = new LinkedHashSet<>();
        cells.values().forEach(ofPeers -> peers.addAll(ofPeers.keySet()));
        List<String> columns = new ArrayList<>(peers);
        lines.add("");
        lines.add("### " + task.title());
        addTable(columns, cells, Report::time);
        lines.add("");
        lines.add("Bytes allocated on the heap, a client:");
        addTable(columns, cells, (peer, figure, ours) -> String.format(Locale.ROOT, "%.1f", figure.bytesPerClient()));
    }

    /** What a table says of a peer. */
    private interface Text {
        String of(String peer, Figure figure, Figure ours);
    }

    private void addTable(List<String> peers, Map<Cell, Map<String, Figure>> cells, Text text) {
        lines.add("");
        lines.add("| clients | shape | threads | " + String.join(" | ", peers) + " |");
        lines.add("|---:|---|---:|" + "---:|".repeat(peers.size()));
        cells.forEach((cell, figuresOf) -> {
            Figure ours = Objects.requireNonNull(figuresOf.get(Peers.OURS), () -> "ours lacks in " + cell);
            StringBuilder line = new StringBuilder(String.format(
                    Locale.ROOT,
                    "| %,d | %s | %d |",
                    cell.size(),
                    cell.column().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    cell.threads()));
            for (String peer : peers) {
                Figure figure = figuresOf.get(peer);
                line.append(' ')
                        .append(figure == null ? NOT_RUN : text.of(peer, figure, ours))
                        .append(" |");
            }
            lines.add(line.toString());
        });
    }

    /** Ours as a time with its spread, a peer's as a multiple of it. */
    private static String time(String peer, Figure figure, Figure ours) {
        return peer.equals(Peers.OURS)
                ? String.format(Locale.ROOT, "%.3g ms ± %.0f %%", figure.milliseconds(), 50 * figure.spread())
                : String.format(Locale.ROOT, "×%.2f", figure.milliseconds() / ours.milliseconds());
    }
}
