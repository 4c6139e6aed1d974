package dev.segmentation.shell.command;

import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Schemes;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.shell.csv.ClientFile;
import dev.segmentation.shell.csv.ClientFileReader;
import dev.segmentation.shell.csv.SegmentedFileWriter;
import dev.segmentation.shell.table.SegmentsTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Segments the clients of a CSV file, prints the segments and writes the file again with the segment of each. */
@Command(
        name = "run",
        description = "Segments the clients of a CSV file.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "A column that is called like a measure needs no --map. Examples:",
            "  segment run --scheme four-s --input clients.csv --id client_id --output tiers.csv",
            "  segment run --scheme four-s --input export.csv --id Customer --map revenue=Income"
        })
final class RunCommand implements Callable<Integer> {

    /** What to do with a row that is refused. */
    enum OnError {
        STOP,
        SKIP
    }

    @Option(names = "--scheme", required = true, paramLabel = "ID", description = "The scheme; see: segment schemes.")
    private String schemeId = "";

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "A CSV file in UTF-8, with a header line.")
    private Path input = Path.of("");

    @Option(names = "--id", required = true, paramLabel = "COLUMN", description = "The column of the clients' ids.")
    private String idColumn = "";

    @Option(
            names = "--map",
            paramLabel = "MEASURE=COLUMN",
            description = "Which column a measure is read from. May be given several times.")
    private List<String> mappings = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where to write all columns and the segments; refused rows go to *.rejected.csv beside it."
                    + " Both are replaced if they are there.")
    private @Nullable Path output;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Put before the names of the added columns.")
    private String prefix = "";

    @Option(
            names = "--separator",
            paramLabel = "CHAR",
            description = "What separates the fields: , ; or tab. Guessed from the header if not given.")
    private @Nullable String separator;

    @Option(
            names = "--on-error",
            defaultValue = "stop",
            paramLabel = "stop|skip",
            description = "Whether a row that is refused ends the run, or is skipped and written to a file beside the"
                    + " output. Default: ${DEFAULT-VALUE}.")
    private OnError onError = OnError.STOP;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        SegmentationScheme scheme = scheme();
        checkInput();
        ClientFile file = ClientFile.open(input, separator());
        checkColumn("--id", idColumn, file);
        Map<Requirement, String> columnOf = columns(scheme, file);
        checkOutput(file);
        ClientFileReader.Clients clients = ClientFileReader.read(file, idColumn, columnOf, onError == OnError.SKIP);
        noteLeftOut(scheme, columnOf, file);
        Segmentation result = segment(scheme, clients);
        if (output != null) {
            SegmentedFileWriter.write(clients, result, prefix, output);
        }
        noteRefused(clients);
        out().print(new SegmentsTable(result));
        return 0;
    }

    private static Segmentation segment(SegmentationScheme scheme, ClientFileReader.Clients clients) {
        try {
            return scheme.segment(clients.book());
        } catch (IllegalArgumentException refused) {
            throw new DataException(clients.file().path() + ": " + refused.getMessage());
        }
    }

    private SegmentationScheme scheme() {
        Schemes schemes = Schemes.load();
        if (!schemes.ids().contains(schemeId)) {
            throw new UsageException(
                    "--scheme must be one of " + String.join(", ", schemes.ids()) + ", but was '" + schemeId + "'");
        }
        return schemes.get(schemeId);
    }

    private void checkInput() {
        if (!Files.exists(input)) {
            throw new UsageException("--input must be a file, but there is no " + input);
        }
        if (Files.isDirectory(input)) {
            throw new UsageException("--input must be a file, but " + input + " is a directory");
        }
        if (!Files.isRegularFile(input)) {
            throw new UsageException("--input must be a file that can be read twice, but " + input
                    + " is a pipe or a device; save it as a file first");
        }
    }

    private @Nullable Character separator() {
        if (separator == null) {
            return null;
        }
        if (separator.equalsIgnoreCase("tab") || separator.equals("\\t") || separator.equals("\t")) {
            return '\t';
        }
        if (!separator.equals(",") && !separator.equals(";")) {
            throw new UsageException("--separator must be , ; or tab, but was '" + separator + "'");
        }
        return separator.charAt(0);
    }

    private static void checkColumn(String option, String column, ClientFile file) {
        if (!file.columns().contains(column)) {
            throw new UsageException(option + " must name a column of " + file.path() + ", but was '" + column
                    + "'; the columns are: " + String.join(", ", file.columns()));
        }
    }

    /** Gives the column of each measure of the scheme: as told by --map, else the one of its name. */
    private Map<Requirement, String> columns(SegmentationScheme scheme, ClientFile file) {
        Map<String, String> told = new LinkedHashMap<>();
        for (String mapping : mappings) {
            int equals = mapping.indexOf('=');
            if (equals < 1) {
                throw new UsageException("--map must be MEASURE=COLUMN, but was '" + mapping + "'");
            }
            String column = mapping.substring(equals + 1);
            checkColumn("--map", column, file);
            if (told.put(mapping.substring(0, equals), column) != null) {
                throw new UsageException(
                        "--map must name a measure once, but '" + mapping.substring(0, equals) + "' comes twice");
            }
        }
        Map<Requirement, String> columnOf = new LinkedHashMap<>();
        for (Requirement requirement : scheme.requirements()) {
            String name = requirement.measure().name();
            String column = Objects.requireNonNullElse(told.remove(name), name);
            if (file.columns().contains(column)) {
                columnOf.put(requirement, column);
            } else if (requirement.required()) {
                throw new UsageException("scheme " + schemeId + " needs the measure " + name + ", but " + file.path()
                        + " has no column of that name; give one with --map " + name + "=COLUMN; the columns are: "
                        + String.join(", ", file.columns()));
            }
        }
        if (!told.isEmpty()) {
            throw new UsageException("--map must name a measure of scheme " + schemeId + ", but was '"
                    + told.keySet().iterator().next() + "'; the measures are: " + measures(scheme));
        }
        if (columnOf.isEmpty() && !scheme.requirements().isEmpty()) {
            throw new UsageException("scheme " + schemeId + " needs at least one of its measures, but no column of "
                    + file.path() + " is called like one; give one with --map MEASURE=COLUMN; the measures are: "
                    + measures(scheme) + "; the columns are: " + String.join(", ", file.columns()));
        }
        return columnOf;
    }

    private static String measures(SegmentationScheme scheme) {
        return String.join(
                ", ",
                scheme.requirements().stream()
                        .map(requirement -> requirement.measure().name())
                        .toList());
    }

    private void checkOutput(ClientFile file) throws IOException {
        if (output == null) {
            return;
        }
        Path folder = output.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException("--output must be a file in a folder that is there, but was " + output);
        }
        checkWritten("--output", output);
        checkWritten("the file of refused rows", SegmentedFileWriter.rejectedBeside(output));
        for (String column : SegmentedFileWriter.columns(prefix)) {
            if (file.columns().contains(column)) {
                throw new UsageException(file.path() + " has a column '" + column
                        + "' already; give the added columns other names with --prefix TEXT");
            }
        }
    }

    private void checkWritten(String what, Path written) throws IOException {
        if (Files.exists(written) && !Files.isRegularFile(written)) {
            throw new UsageException(what + " must be a file, but " + written + " is "
                    + (Files.isDirectory(written) ? "a directory" : "a pipe or a device"));
        }
        if (Files.exists(written) && Files.isSameFile(written, input)) {
            throw new UsageException(what + " must be another file than --input, but both are " + written);
        }
    }

    private void noteLeftOut(SegmentationScheme scheme, Map<Requirement, String> columnOf, ClientFile file) {
        List<String> leftOut = scheme.requirements().stream()
                .filter(requirement -> !columnOf.containsKey(requirement))
                .map(Requirement::measure)
                .map(Measure::name)
                .toList();
        if (!leftOut.isEmpty()) {
            err().println("segment: left out, for want of a column: " + String.join(", ", leftOut)
                    + " (give one with --map " + leftOut.get(0) + "=COLUMN)");
        }
        for (String measure : leftOut) {
            file.columns().stream()
                    .filter(column -> column.strip().equalsIgnoreCase(measure))
                    .forEach(column -> err().println("segment: the column '" + column + "' is not called " + measure
                            + "; if it is meant, say --map '" + measure + "=" + column + "'"));
        }
    }

    private void noteRefused(ClientFileReader.Clients clients) {
        int refused = clients.refusals().size();
        if (refused > 0) {
            clients.problems().forEach(problem -> err().println("segment: " + problem));
            err().println("segment: " + refused + (refused == 1 ? " row was" : " rows were") + " refused and skipped"
                    + (output == null ? "" : "; see " + SegmentedFileWriter.rejectedBeside(output)));
        }
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
