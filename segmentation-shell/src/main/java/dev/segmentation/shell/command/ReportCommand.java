package dev.segmentation.shell.command;

import dev.segmentation.api.Client;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.core.review.Review;
import dev.segmentation.schemes.plan.CapacityReport;
import dev.segmentation.shell.csv.ClientColumns;
import dev.segmentation.shell.csv.ClientFile;
import dev.segmentation.shell.csv.ClientFileReader;
import dev.segmentation.shell.csv.TextChecks;
import dev.segmentation.shell.json.Answers;
import dev.segmentation.shell.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Segments the clients of a CSV file and writes a page about it that can be shown to others. */
@Command(
        name = "report",
        description = "Segments the clients of a CSV file and writes one HTML page about it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "The page needs nothing beside itself. Examples:",
            "  segment report --scheme four-s --input clients.csv --id client_id --output review.html",
            "  segment report ... --plan plan.json --team team.json --year 2027",
            "  segment report ... --as-of 2026-11-22 --previous last.csv"
        })
final class ReportCommand implements Callable<Integer>, ReadsInput {

    /** What the page tells beside what a scheme asks for, where the file has it. */
    private static final List<Requirement> TOLD = List.of(
            Requirement.uses(Measure.REVENUE),
            Requirement.uses(Measure.HOURS),
            Requirement.uses(Measure.PROFIT),
            Requirement.uses(Measure.ENGAGED).wholeWithin(0, 1));

    @Mixin
    private SchemeOptions scheme = new SchemeOptions();

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "Where to write the page; replaced if it is there. With - it goes to standard output.")
    private Path output = Path.of("");

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            defaultValue = "Client segments",
            description = "What stands at the top of the page. Default: ${DEFAULT-VALUE}.")
    private String title = "";

    @Mixin
    private ReviewOptions review = new ReviewOptions();

    @ArgGroup(exclusive = false, multiplicity = "0..1")
    private @Nullable PlanOptions plan;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "What stands before the names of the columns that the last run added.")
    private String prefix = "";

    @Mixin
    private Answer answer = new Answer();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        SegmentationScheme set = scheme.scheme();
        ClientFile file = input.open();
        checkTogether();
        Planned planned = plan == null ? null : plan.planned(scheme.segments(set));
        Asked needed = scheme.asked(set);
        ClientColumns columns = columns(needed, planned, file);
        checkOutput();
        Review asked = review.isAsked()
                ? review.review(set, SchemeOptions.named("--scheme", set.id()), columns, prefix, input.numbers())
                : null;
        ClientFileReader.Clients clients =
                input.read(file, columns, planned == null ? TextChecks.none() : planned.dates(), err());
        InputOptions.noteLeftOut(needed, columns, file, err());
        Segmentation result = new SchemeRun(scheme, input, err()).segment(set, clients, asked);
        Report report = report(set, result, clients);
        CapacityReport capacity = planned == null ? null : planned.capacity(result);
        if (planned != null && capacity != null) {
            report = report.withCapacity(capacity, planned.year());
        }
        if (isStandardOutput()) {
            out().print(report.html());
            return 0;
        }
        report.write(output);
        if (!answer.isJson()) {
            out().println("Wrote " + output);
        } else if (planned != null && capacity != null) {
            out().print(Answers.report(output, clients.refused(), result, capacity, planned.year()));
        } else {
            out().print(Answers.report(output, clients.refused(), result));
        }
        return 0;
    }

    @Override
    public InputOptions input() {
        return input;
    }

    private boolean isStandardOutput() {
        return output.toString().equals(InputOptions.STANDARD);
    }

    private void checkTogether() {
        if (isStandardOutput() && answer.isJson()) {
            throw new UsageException(
                    "--output - writes the page to standard output; it cannot be used with --json, which answers there");
        }
        if (scheme.isLearnt() && review.isAsked()) {
            throw new UsageException("--segmenter places all clients alike; it cannot be used with --as-of");
        }
    }

    private void checkOutput() throws IOException {
        if (isStandardOutput()) {
            return;
        }
        List<Path> read = new ArrayList<>(List.of(input.input()));
        read.addAll(scheme.read());
        read.addAll(review.read());
        if (plan != null) {
            read.addAll(plan.read());
        }
        WrittenFile.check("--output", output, read);
    }

    /** Reads what the page tells beside what the scheme asks for, and the dates of occasions of a plan. */
    private ClientColumns columns(Asked byScheme, @Nullable Planned planned, ClientFile file) {
        List<String> dates = planned == null ? List.of() : planned.services().attributes();
        return review.withCosts(input.columns(byScheme.with(TOLD, dates), file), file);
    }

    private Report report(SegmentationScheme set, Segmentation result, ClientFileReader.Clients clients) {
        Report report = Report.of(result)
                .withTitle(title)
                .withDate(LocalDate.now(ZoneId.systemDefault()))
                .withRefused(clients.refused(), clients.problems());
        if (!scheme.isLearnt()) {
            report = report.withScheme(set);
        }
        ToDoubleFunction<Client> cost = review.cost(result.book());
        return cost == null ? report : report.withCost(cost);
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
