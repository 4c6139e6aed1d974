package dev.segmentation.shell.command;

import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.core.book.Books;
import dev.segmentation.core.book.SegmentationByBook;
import dev.segmentation.core.review.Review;
import dev.segmentation.core.review.ReviewedSegmentation;
import dev.segmentation.shell.csv.AddedColumns;
import dev.segmentation.shell.csv.ClientColumns;
import dev.segmentation.shell.csv.ClientFile;
import dev.segmentation.shell.csv.ClientFileReader;
import dev.segmentation.shell.csv.SegmentedFileWriter;
import dev.segmentation.shell.json.Answers;
import dev.segmentation.shell.json.SettingsFile;
import dev.segmentation.shell.table.BooksTable;
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
import picocli.CommandLine.Mixin;
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
final class RunCommand implements Callable<Integer>, ReadsInput {

    @Mixin
    private SchemeOptions scheme = new SchemeOptions();

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description =
                    "Segments the clients of each text in this column on their own, such as those of each adviser.")
    private @Nullable String by;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where to write all columns and the segments; refused rows go to *.rejected.csv beside it."
                    + " Both are replaced if they are there. With - the clients go to standard output, refused rows"
                    + " nowhere, and the tables to standard error.")
    private @Nullable Path output;

    @Mixin
    private ReviewOptions review = new ReviewOptions();

    @Option(
            names = "--save-segmenter",
            paramLabel = "FILE",
            description = "Where to write what was learnt, as JSON, to place further clients by --segmenter.")
    private @Nullable Path saved;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Put before the names of the added columns.")
    private String prefix = "";

    @Option(
            names = "--no-reasons",
            description = "Leaves out the column of the reasons, which is the longest of a large file.")
    private boolean noReasons;

    @Option(
            names = "--keep-formulas",
            description =
                    "Writes texts that a spreadsheet would run, those that begin with = + - @, as they are, without an"
                            + " apostrophe before them.")
    private boolean keepFormulas;

    @Mixin
    private Answer answer = new Answer();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        SegmentationScheme set = scheme.scheme();
        ClientFile file = input.open();
        checkTogether();
        Asked needed = scheme.asked(set);
        ClientColumns columns = review.withCosts(columns(needed, file), file);
        checkOutput(file);
        Review asked = review.isAsked()
                ? review.review(set, SchemeOptions.named("--scheme", set.id()), columns, prefix, input.numbers())
                : null;
        ClientFileReader.Clients clients = output == null
                ? input.read(file, columns, err())
                : input.readToWrite(file, columns, keepFormulas, err());
        InputOptions.noteLeftOut(needed, columns, file, err());
        Segmentation result = Progress.during(err(), "segmenting", () -> segment(set, clients, asked));
        if (saved != null) {
            save(result, saved);
        }
        Attention attention = new Attention();
        write(clients, result, attention);
        print(result);
        result.segments().stream()
                .filter(segment -> result.count(segment) == 0)
                .forEach(segment -> err().println("segment: nobody is in " + segment));
        attention.tell(err());
        return 0;
    }

    private void write(ClientFileReader.Clients clients, Segmentation result, Attention attention) throws IOException {
        if (output == null) {
            for (int i = 0; i < result.size(); i++) {
                if (result.needsAttention(i)) {
                    attention.accept(result.assignment(i));
                }
            }
        } else if (isStandardOutput()) {
            SegmentedFileWriter.write(clients, result, added(), attention, out());
        } else {
            Path written = output;
            Path rejected = SegmentedFileWriter.rejectedBeside(output);
            boolean isOfFormerRun = Files.exists(rejected);
            Progress.during(err(), "writing", () -> {
                SegmentedFileWriter.write(clients, result, added(), attention, written);
                return written;
            });
            if (clients.refused() > 0) {
                err().println("segment: the refused rows are in " + rejected);
            } else if (isOfFormerRun) {
                err().println("segment: no row is refused; " + rejected + " of a former run is gone");
            }
        }
    }

    private AddedColumns added() {
        return new AddedColumns(prefix, review.isAsked(), !noReasons);
    }

    private boolean isStandardOutput() {
        return output != null && output.toString().equals(InputOptions.STANDARD);
    }

    private void print(Segmentation result) {
        PrintWriter tables = isStandardOutput() ? err() : out();
        if (result instanceof SegmentationByBook books) {
            books.problems().forEach((name, problem) -> err().println("segment: book '" + name + "': " + problem));
        }
        if (answer.isJson()) {
            tables.print(Answers.segmentation(result));
            return;
        }
        tables.print(new SegmentsTable(result));
        if (result instanceof SegmentationByBook books) {
            tables.println();
            tables.print(new BooksTable(books));
        }
        if (result instanceof ReviewedSegmentation reviewed) {
            ReviewReport.print(reviewed, review.cost(reviewed.book()), tables, err());
        }
    }

    @Override
    public InputOptions input() {
        return input;
    }

    private ClientColumns columns(Asked needed, ClientFile file) {
        ClientColumns columns = input.columns(needed, file);
        if (by == null) {
            return columns;
        }
        InputOptions.checkColumn("--by", by, file);
        Map<String, String> texts = new LinkedHashMap<>(columns.attributes());
        texts.put(by, by);
        return new ClientColumns(columns.id(), columns.measures(), texts);
    }

    private void checkTogether() {
        review.checkHourCost();
        if (review.isAsked() && saved != null) {
            throw new UsageException(
                    "--save-segmenter keeps what was learnt from one book; it cannot be used with --as-of");
        }
        if (scheme.isLearnt() && (by != null || review.isAsked())) {
            throw new UsageException("--segmenter places all clients alike; it cannot be used with --by or --as-of");
        }
        if (by != null && saved != null) {
            throw new UsageException(
                    "--save-segmenter keeps what was learnt from one book; it cannot be used with --by");
        }
        if (by != null && review.isAsked()) {
            throw new UsageException("--by cannot be used with --as-of yet; review each book in a file of its own");
        }
    }

    private Segmentation segment(SegmentationScheme set, ClientFileReader.Clients clients, @Nullable Review asked)
            throws IOException {
        if (by == null) {
            return new SchemeRun(scheme, input, err()).segment(set, clients, asked);
        }
        try {
            return Books.by(by).segment(clients.book(), set);
        } catch (IllegalArgumentException refused) {
            throw new DataException(clients.file().name() + ": " + refused.getMessage());
        }
    }

    private static void save(Segmentation result, Path file) throws IOException {
        try {
            Files.writeString(file, SettingsFile.write(result.segmenter().settings()));
        } catch (UnsupportedOperationException notData) {
            throw new UsageException("--save-segmenter cannot be done: " + notData.getMessage());
        }
    }

    private void checkOutput(ClientFile file) throws IOException {
        List<Path> read = new ArrayList<>(List.of(input.input()));
        read.addAll(scheme.read());
        read.addAll(review.read());
        if (saved != null) {
            WrittenFile.check("--save-segmenter", saved, read);
        }
        WrittenFile.checkDiffer("--save-segmenter", saved, "--output", output);
        if (output != null) {
            checkColumns(file);
        }
        if (output != null && !isStandardOutput()) {
            WrittenFile.check("--output", output, read);
            WrittenFile.check("the file of refused rows", SegmentedFileWriter.rejectedBeside(output), read);
        }
    }

    private void checkColumns(ClientFile file) {
        for (String column : added().names()) {
            if (file.columns().contains(column)) {
                throw new UsageException(file.name() + " has a column '" + column
                        + "' already; give the added columns other names with --prefix TEXT");
            }
        }
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
