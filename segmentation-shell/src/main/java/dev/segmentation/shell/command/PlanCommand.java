package dev.segmentation.shell.command;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.schemes.plan.CapacityReport;
import dev.segmentation.schemes.plan.ContactCalendar;
import dev.segmentation.schemes.plan.ServicePlan;
import dev.segmentation.schemes.plan.Touch;
import dev.segmentation.shell.csv.CalendarFile;
import dev.segmentation.shell.csv.ClientColumns;
import dev.segmentation.shell.csv.ClientFile;
import dev.segmentation.shell.csv.ClientFileReader;
import dev.segmentation.shell.csv.ClientLoadsFile;
import dev.segmentation.shell.csv.TextChecks;
import dev.segmentation.shell.ical.ICalendarFiles;
import dev.segmentation.shell.json.Answers;
import dev.segmentation.shell.table.CapacityTables;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says whether a team can deliver a service plan to the segments of a file, and puts every touch on a day. */
@Command(
        name = "plan",
        description = "Compares the hours that a service plan needs with those of a team, and makes a calendar.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  segment plans four-s > plan.json; segment plans team > team.json",
            "  segment plan --scheme four-s --input clients.csv --id client_id --plan plan.json --team team.json",
            "  segment plan ... --year 2027 --calendar touches.csv --icalendar calendars"
        })
final class PlanCommand implements Callable<Integer>, ReadsInput {

    @Mixin
    private SchemeOptions scheme = new SchemeOptions();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private PlanOptions plan = new PlanOptions();

    @Option(
            names = "--segment-column",
            paramLabel = "COLUMN",
            description =
                    "The column of the segments that the clients are in, such as that of a former output: nobody is"
                            + " placed again.")
    private @Nullable String segmentColumn;

    @Option(
            names = "--calendar",
            paramLabel = "FILE",
            description = "Where to write every touch with its day, as CSV; those that find no room come last.")
    private @Nullable Path calendarFile;

    @Option(
            names = "--icalendar",
            paramLabel = "FOLDER",
            description = "Where to write one iCalendar file a role, for calendar programs; made if it is not there.")
    private @Nullable Path folder;

    @Option(
            names = "--clients",
            paramLabel = "FILE",
            description = "Where to write what each client takes, costs and brings, as CSV.")
    private @Nullable Path clientsFile;

    @Option(
            names = "--name",
            paramLabel = "COLUMN",
            description = "The column of what clients are called in the calendar. Default: their ids.")
    private @Nullable String nameColumn;

    @Mixin
    private Answer answer = new Answer();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        SegmentationScheme set = scheme.scheme();
        ClientFile file = input.open();
        List<Segment> segments = scheme.segments(set);
        Planned planned = plan.planned(segments);
        checkWritten();
        GivenSegmenter given = segmentColumn == null ? null : new GivenSegmenter(set.id(), segments, segmentColumn);
        ClientColumns columns = columns(set, planned.services(), file);
        TextChecks checks = given == null ? planned.dates() : given.with(planned.dates());
        ClientFileReader.Clients clients = input.read(file, columns, checks, err());
        Segmentation result = given == null
                ? new SchemeRun(scheme, input, err()).segment(set, clients, null)
                : clients.book().segment(given);
        planned.services().warnings(result.segments()).forEach(warning -> err().println("segment: " + warning));
        CapacityReport report = planned.capacity(result);
        if (clientsFile != null) {
            ClientLoadsFile.write(report, result, clientsFile);
        }
        ContactCalendar calendar = null;
        if (calendarFile != null || folder != null) {
            calendar = planned.calendar(result);
            write(calendar, clients.book());
        }
        print(report, result, planned.year(), calendar);
        note(report);
        return 0;
    }

    @Override
    public InputOptions input() {
        return input;
    }

    /** Reads revenue, the dates of occasions and the names beside what the scheme asks for. */
    private ClientColumns columns(SegmentationScheme set, ServicePlan services, ClientFile file) throws IOException {
        Asked byScheme = segmentColumn == null
                ? scheme.asked(set)
                : new Asked(set.id(), List.of(), List.of(given(segmentColumn, file)), Set.of());
        Asked asked = byScheme.with(List.of(Requirement.uses(Measure.REVENUE)), services.attributes());
        ClientColumns columns = input.columns(asked, file);
        InputOptions.noteLeftOut(byScheme, columns, file, err());
        services.attributes().stream()
                .filter(text -> !columns.attributes().containsKey(text))
                .forEach(text -> err().println("segment: there is no column " + text
                        + ", so that its touches cannot be put on a day (give one with --map " + text + "=COLUMN)"));
        if (nameColumn == null) {
            return columns;
        }
        InputOptions.checkColumn("--name", nameColumn, file);
        Map<String, String> withName = new LinkedHashMap<>(columns.attributes());
        withName.put(nameColumn, nameColumn);
        return new ClientColumns(columns.id(), columns.measures(), withName);
    }

    private static String given(String column, ClientFile file) {
        InputOptions.checkColumn("--segment-column", column, file);
        return column;
    }

    private void print(CapacityReport report, Segmentation result, Year planned, @Nullable ContactCalendar calendar) {
        if (answer.isJson()) {
            out().print(
                            calendar == null
                                    ? Answers.plan(report, result, planned)
                                    : Answers.plan(report, result, calendar));
            return;
        }
        out().println("In " + planned + " the plan " + (report.fits() ? "fits the team." : "does not fit the team."));
        out().println();
        out().print(new CapacityTables(report));
    }

    /** Tells what the tables leave out. */
    private void note(CapacityReport report) {
        report.tooLong()
                .forEach(service -> err().println("segment: " + service.name() + ": " + service.minutes()
                        + " minutes are more than the " + service.role() + " has in any week"));
        report.segments().stream()
                .filter(load -> load.revenueUnknown() > 0 && !Double.isNaN(load.revenue()))
                .forEach(load -> err().println("segment: " + load.segment() + ": the revenue of "
                        + load.revenueUnknown() + (load.revenueUnknown() == 1 ? " client" : " clients")
                        + " is not known and left out"));
        report.unknownDates()
                .forEach((service, clients) -> err().println("segment: " + service + ": the date of " + clients
                        + (clients == 1 ? " client" : " clients") + " is not known"));
    }

    private void checkWritten() throws IOException {
        List<Path> read = new ArrayList<>(List.of(input.input()));
        read.addAll(scheme.read());
        read.addAll(plan.read());
        WrittenFile.checkDiffer("--calendar", calendarFile, "--clients", clientsFile);
        if (calendarFile != null) {
            WrittenFile.check("--calendar", calendarFile, read);
        }
        if (clientsFile != null) {
            WrittenFile.check("--clients", clientsFile, read);
        }
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageException("--icalendar must be a folder, but " + folder + " is a file");
        }
    }

    private void write(ContactCalendar calendar, ClientBook book) throws IOException {
        UnaryOperator<String> nameOf = id -> name(book, id);
        if (calendarFile != null) {
            CalendarFile.write(calendar, nameOf, calendarFile);
        }
        if (folder != null) {
            Files.createDirectories(folder);
            for (Path written : ICalendarFiles.write(calendar, nameOf, Instant.now(), folder)) {
                err().println("segment: wrote " + written);
            }
        }
        Map<String, Integer> unplaced = new TreeMap<>();
        for (Touch touch : calendar.unplaced()) {
            unplaced.merge(touch.service().name(), 1, Integer::sum);
        }
        unplaced.forEach((service, touches) -> err().println("segment: " + service + ": " + touches
                + (touches == 1 ? " touch" : " touches") + " found no day"
                + (calendarFile == null ? "; --calendar tells why" : "; see the end of " + calendarFile)));
    }

    private String name(ClientBook book, String id) {
        String column = nameColumn;
        return column == null
                ? id
                : book.find(id)
                        .flatMap(index -> book.client(index).attribute(column))
                        .orElse(id);
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
