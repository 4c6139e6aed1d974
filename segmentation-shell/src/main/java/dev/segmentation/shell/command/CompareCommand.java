package dev.segmentation.shell.command;

import dev.segmentation.shell.comparison.Comparison;
import dev.segmentation.shell.csv.SegmentColumn;
import dev.segmentation.shell.json.Answers;
import dev.segmentation.shell.table.ComparisonTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
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
        Comparison comparison = Comparison.of(then, now);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(
                answer.isJson() ? Answers.comparison(comparison) : new ComparisonTable(comparison, Integer.MAX_VALUE));
        return 0;
    }

    private Map<String, String> segments(String name, Path file) throws IOException {
        ReviewOptions.check(name, file);
        return SegmentColumn.read(file, idColumn, column);
    }
}
