package dev.segmentation.shell.command;

import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.shell.json.Answers;
import dev.segmentation.shell.niche.Niches;
import dev.segmentation.shell.table.NichesTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds texts that are over-represented among the best clients. */
@Command(
        name = "niches",
        description = "Finds which texts, such as occupations, are over-represented among the best clients.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  segment niches --scheme four-s --input clients.csv --id client_id",
            "  segment niches --scheme four-s --input clients.csv --id client_id --best Platinum --best Gold"
        })
final class NichesCommand implements Callable<Integer>, ReadsInput {

    @Mixin
    private SchemeOptions scheme = new SchemeOptions();

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(
            names = "--best",
            paramLabel = "SEGMENT",
            description = "A segment whose clients are the best ones. May be given several times. Default: the first.")
    private List<String> best = new ArrayList<>();

    @Option(
            names = "--text",
            paramLabel = "COLUMN",
            description = "A column to try though it holds numbers. May be given several times. Columns of other than"
                    + " numbers are tried anyway.")
    private Set<String> texts = new LinkedHashSet<>();

    @Option(
            names = "--fewest",
            paramLabel = "CLIENTS",
            defaultValue = "" + Niches.FEWEST_CLIENTS,
            description = "How many clients must have a text for it to be tried. Default: ${DEFAULT-VALUE}.")
    private int fewest = Niches.FEWEST_CLIENTS;

    @Option(
            names = "--false-discovery-rate",
            paramLabel = "RATE",
            defaultValue = "" + Niches.FALSE_DISCOVERY_RATE,
            description = "Which part of the findings may be false, on the average. Default: ${DEFAULT-VALUE}.")
    private double rate = Niches.FALSE_DISCOVERY_RATE;

    @Mixin
    private Answer answer = new Answer();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Segmentation result = new SchemeRun(scheme, input, spec.commandLine().getErr()).withTexts(texts);
        Niches niches = niches(result);
        out.print(answer.isJson() ? Answers.niches(niches) : new NichesTable(niches));
        return 0;
    }

    private Niches niches(Segmentation result) {
        List<Segment> segments = new ArrayList<>();
        for (String name : best) {
            segments.add(result.segments().stream()
                    .filter(segment -> segment.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new UsageException(
                            "--best must be one of " + result.segments() + ", but was '" + name + "'")));
        }
        try {
            return Niches.of(result, best.isEmpty() ? result.segments().subList(0, 1) : segments, fewest, rate);
        } catch (IllegalArgumentException refused) {
            throw new UsageException("--fewest or --false-discovery-rate: " + refused.getMessage());
        }
    }

    @Override
    public InputOptions input() {
        return input;
    }
}
