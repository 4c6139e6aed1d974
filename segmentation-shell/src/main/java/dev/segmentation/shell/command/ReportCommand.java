package dev.segmentation.shell.command;

import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.core.review.Review;
import dev.segmentation.schemes.plan.CapacityReport;
import dev.segmentation.schemes.plan.ServicePlan;
import dev.segmentation.schemes.plan.Team;
import dev.segmentation.shell.csv.ClientColumns;
import dev.segmentation.shell.csv.ClientFile;
import dev.segmentation.shell.csv.ClientFileReader;
import dev.segmentation.shell.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    private static final List<Measure> TOLD = List.of(Measure.REVENUE, Measure.HOURS, Measure.PROFIT, Measure.ENGAGED);

    @Mixin
    private SchemeOptions scheme = new SchemeOptions();

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "Where to write the page; replaced if it is there.")
    private Path output = Path.of("");

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            defaultValue = "Client segments",
            description = "What stands at the top of the page. Default: ${DEFAULT-VALUE}.")
    private String title = "";

    @Mixin
    private ReviewOptions review = new ReviewOptions();

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "A JSON file of what each segment gets, for hours, cost and margin; needs --team.")
    private @Nullable Path plan;

    @Option(names = "--team", paramLabel = "FILE", description = "A JSON file of who there is; needs --plan.")
    private @Nullable Path team;

    @Option(names = "--year", paramLabel = "YEAR", description = "The year that is planned. Default: the next one.")
    private @Nullable Integer year;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "What stands before the names of the columns that the last run added.")
    private String prefix = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        SegmentationScheme set = scheme.scheme();
        ClientFile file = input.open();
        checkTogether();
        ServicePlan services = plan == null ? null : PlanCommand.read("--plan", plan, ServicePlan::from);
        Team people = team == null ? null : PlanCommand.read("--team", team, Team::from);
        Asked needed = scheme.asked(set);
        ClientColumns columns = columns(needed, services, file);
        checkOutput();
        Review asked = review.isAsked()
                ? review.review(set, SchemeOptions.named("--scheme", set.id()), columns, prefix, input.numbers())
                : null;
        if (plan != null && services != null && people != null) {
            List<Segment> segments = segments(set);
            PlanCommand.fits(plan, () -> services.check(segments));
            PlanCommand.fits(plan, () -> people.check(services));
        }
        ClientFileReader.Clients clients = input.read(file, columns, err());
        InputOptions.noteLeftOut(needed, columns, file, err());
        Segmentation result = segment(set, clients.book(), file, asked);
        Report report = report(set, result, clients);
        if (services != null && people != null) {
            report = planned(report, result, services, people, file);
        }
        report.write(output);
        out().println("Wrote " + output);
        return 0;
    }

    @Override
    public InputOptions input() {
        return input;
    }

    private void checkTogether() {
        if (scheme.isLearnt() && review.isAsked()) {
            throw new UsageException("--segmenter places all clients alike; it cannot be used with --as-of");
        }
        if ((plan == null) != (team == null)) {
            throw new UsageException(
                    "--plan and --team need each other, but there is only " + (plan == null ? "--team" : "--plan"));
        }
        if (year != null && plan == null) {
            throw new UsageException("--year is that of a plan; it needs --plan and --team");
        }
        if (year != null && (year < 1900 || year > 9999)) {
            throw new UsageException("--year must be from 1900 to 9999, but was " + year);
        }
    }

    private void checkOutput() throws IOException {
        Path folder = output.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException("--output must be a file in a folder that is there, but was " + output);
        }
        if (Files.exists(output) && !Files.isRegularFile(output)) {
            throw new UsageException("--output must be a file, but " + output + " is "
                    + (Files.isDirectory(output) ? "a directory" : "a pipe or a device"));
        }
        List<Path> read = new ArrayList<>(List.of(input.input()));
        read.addAll(scheme.read());
        read.addAll(review.read());
        Stream.of(plan, team).flatMap(Stream::ofNullable).forEach(read::add);
        for (Path other : read) {
            if (Files.exists(output) && Files.exists(other) && Files.isSameFile(output, other)) {
                throw new UsageException("--output must be another file than those that are read, but is " + other);
            }
        }
    }

    /** Reads what the page tells beside what the scheme asks for, and the dates of occasions of a plan. */
    private ClientColumns columns(Asked byScheme, @Nullable ServicePlan services, ClientFile file) {
        List<Requirement> measures = new ArrayList<>(byScheme.requirements());
        for (Measure told : TOLD) {
            if (measures.stream().noneMatch(own -> own.measure().name().equals(told.name()))) {
                Requirement uses = Requirement.uses(told);
                measures.add(told.equals(Measure.ENGAGED) ? uses.wholeWithin(0, 1) : uses);
            }
        }
        List<String> texts = new ArrayList<>(byScheme.attributes());
        if (services != null) {
            services.attributes().stream().filter(text -> !texts.contains(text)).forEach(texts::add);
        }
        Asked asked = new Asked(byScheme.id(), measures, texts, byScheme.mustBe());
        return review.withCosts(input.columns(asked, file), file);
    }

    private List<Segment> segments(SegmentationScheme set) throws IOException {
        Segmenter learnt = scheme.segmenter(set);
        return learnt == null ? set.segments() : learnt.segments();
    }

    private Segmentation segment(SegmentationScheme set, ClientBook book, ClientFile file, @Nullable Review asked)
            throws IOException {
        Segmenter learnt = scheme.segmenter(set);
        try {
            if (learnt != null) {
                return book.segment(learnt);
            }
            return asked == null ? set.segment(book) : asked.segment(set, book);
        } catch (IllegalArgumentException refused) {
            String what = asked == null ? "" : "the review of ";
            throw new DataException(what + file.name() + ": " + refused.getMessage());
        }
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

    private Report planned(Report report, Segmentation result, ServicePlan services, Team people, ClientFile file) {
        Year planned = year == null ? Year.now(ZoneId.systemDefault()).plusYears(1) : Year.of(year);
        try {
            return report.withCapacity(CapacityReport.of(result, services, people, planned), planned);
        } catch (IllegalArgumentException refused) {
            throw new DataException(file.name() + ": " + refused.getMessage());
        }
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
