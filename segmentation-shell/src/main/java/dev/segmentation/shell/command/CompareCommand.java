package dev.segmentation.shell.command;

import dev.segmentation.shell.comparison.Comparison;
import dev.segmentation.shell.csv.ClientColumns;
import dev.segmentation.shell.csv.ClientFile;
import dev.segmentation.shell.csv.ClientFileReader;
import dev.segmentation.shell.csv.SegmentColumn;
import dev.segmentation.shell.json.Answers;
import dev.segmentation.shell.table.ComparisonTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the outputs of two runs: how many clients went from which segment to which, and which clients. */
@Command(
        name = "compare",
        description = "Compares the outputs of two runs: who moved from which segment to which.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Why clients moved is told by a run with --previous. Example:",
            "  segment compare tiers-2025.csv tiers-2026.csv --id client_id"
        })
final class CompareCommand implements Callable<Integer> {

    private static final Pattern PLACE = Pattern.compile("[0-9]{1,9}");

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The output of a run.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "AFTER", description = "The output of a later run.")
    private Path after = Path.of("");

    @Option(names = "--id", required = true, paramLabel = "COLUMN", description = "The column of the clients' ids.")
    private String idColumn = "";

    @Option(
            names = "--column",
            paramLabel = "COLUMN",
            defaultValue = "segment",
            description = "The column of the segments. Default: ${DEFAULT-VALUE}.")
    private String column = "";

    @Mixin
    private Answer answer = new Answer();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Map<String, String> then = segments("BEFORE", before);
        Map<String, String> now = segments("AFTER", after);
        Comparison comparison = Comparison.of(then, now).withFirst(bestFirst());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(
                answer.isJson() ? Answers.comparison(comparison) : new ComparisonTable(comparison, Integer.MAX_VALUE));
        return 0;
    }

    /** Gives the segments in the order that the outputs tell in the column beside, the best first; none where neither does. */
    private List<String> bestFirst() throws IOException {
        Map<String, Integer> orders = new LinkedHashMap<>();
        for (Path file : List.of(after, before)) {
            orders(file).forEach(orders::putIfAbsent);
        }
        return orders.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Integer> orders(Path path) throws IOException {
        ClientFile file = ClientFile.open(path, null);
        String order = column + "_order";
        if (!file.columns().contains(order)) {
            return Map.of();
        }
        ClientColumns columns = new ClientColumns(idColumn, Map.of(), Map.of(column, column, order, order));
        Map<String, Integer> orders = new LinkedHashMap<>();
        ClientFileReader.read(file, columns, false)
                .book()
                .forEach(client -> client.attribute(order)
                        .filter(place -> PLACE.matcher(place).matches())
                        .ifPresent(place ->
                                orders.putIfAbsent(client.attribute(column).orElseThrow(), Integer.valueOf(place))));
        return orders;
    }

    private Map<String, String> segments(String name, Path file) throws IOException {
        ReviewOptions.check(name, file);
        return SegmentColumn.read(file, idColumn, column);
    }
}
