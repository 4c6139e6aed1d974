package dev.segmentation.shell.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.segmentation.api.Assignment;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.core.review.ReviewedSegmentation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a client file again, each row with what became of the client; rows that were refused go to a file beside it.
 *
 * <p>Both are written under other names and moved when they are whole, so that no half-written file is ever seen.
 *
 * <p>Texts that a spreadsheet would run are written with an apostrophe before them, which reading takes away again.
 */
public final class SegmentedFileWriter {

    private static final List<String> COLUMNS =
            List.of("segment", "segment_order", "score", "rank", "percentile", "reasons");

    private static final List<String> COLUMNS_OF_A_REVIEW =
            List.of("previous_segment", "segment_since", "decided_by", "move_reason");

    private SegmentedFileWriter() {}

    /**
     * Gives the columns that are added.
     *
     * @param prefix put before each name
     * @param isReview whether the result is that of a review, which has more to tell
     * @return the names
     */
    public static List<String> columns(String prefix, boolean isReview) {
        return Stream.concat(COLUMNS.stream(), isReview ? COLUMNS_OF_A_REVIEW.stream() : Stream.empty())
                .map(prefix::concat)
                .toList();
    }

    /**
     * Gives where refused rows go: {@code out.rejected.csv} beside {@code out.csv}.
     *
     * @param output the output file
     * @return the file of the refused rows
     */
    public static Path rejectedBeside(Path output) {
        String name = output.getFileName().toString();
        String stem = name.endsWith(".csv") ? name.substring(0, name.length() - ".csv".length()) : name;
        return output.resolveSibling(stem + ".rejected.csv");
    }

    /**
     * Writes the files. The one of the refused rows is there afterwards only if there are any.
     *
     * @param clients the clients as read
     * @param result what became of them
     * @param prefix put before the name of each added column
     * @param keepFormulas whether cells that a spreadsheet would run are written as they are
     * @param output the file to write; replaced if it is there
     * @throws ClientFileException if the input is no longer what was read
     * @throws IOException if a file cannot be read or written; what was there before is then still there
     */
    public static void write(
            ClientFileReader.Clients clients, Segmentation result, String prefix, boolean keepFormulas, Path output)
            throws IOException {
        // Behind a link, so that the link stays one.
        Path target = Files.exists(output) ? output.toRealPath() : output;
        Path rejected = rejectedBeside(target);
        Path part = part(target);
        Path rejectedPart = part(rejected);
        try {
            try (CsvWriter out = writer(clients.file(), part)) {
                writeSegmented(clients, result, prefix, keepFormulas, out);
            }
            keepPermissions(target, part);
            if (clients.refusals().isEmpty()) {
                Files.deleteIfExists(rejected); // one of a former run would seem to belong to this one
            } else {
                writeRejected(clients, keepFormulas, rejectedPart);
                keepPermissions(target, rejectedPart);
                Files.move(rejectedPart, rejected, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(part);
            Files.deleteIfExists(rejectedPart);
        }
    }

    /** Gives a name that no other run uses; the file goes also when the process is told to end. */
    private static Path part(Path file) {
        Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        part.toFile().deleteOnExit();
        return part;
    }

    /** A file of clients that others must not read stays one when it is replaced. */
    private static void keepPermissions(Path from, Path to) throws IOException {
        if (Files.exists(from) && Files.getFileAttributeView(from, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    /**
     * Writes the clients to a stream that is already open, which stays open; refused rows are not written.
     *
     * @param clients the clients as read
     * @param result what became of them
     * @param prefix put before the name of each added column
     * @param keepFormulas whether cells that a spreadsheet would run are written as they are
     * @param output takes the text
     * @throws ClientFileException if the input is no longer what was read
     * @throws IOException if the input cannot be read
     */
    public static void write(
            ClientFileReader.Clients clients, Segmentation result, String prefix, boolean keepFormulas, Writer output)
            throws IOException {
        try {
            CsvWriter out = builder(clients.file()).build(output);
            writeSegmented(clients, result, prefix, keepFormulas, out);
            out.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static CsvWriter.CsvWriterBuilder builder(ClientFile file) {
        return CsvWriter.builder()
                .fieldSeparator(file.separator())
                .lineDelimiter(file.hasCrlf() ? LineDelimiter.CRLF : LineDelimiter.LF);
    }

    private static CsvWriter writer(ClientFile file, Path path) throws IOException {
        return builder(file).build(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static void writeSegmented(
            ClientFileReader.Clients clients, Segmentation result, String prefix, boolean keepFormulas, CsvWriter out) {
        ClientFile file = clients.file();
        List<String> fields = new ArrayList<>(file.header());
        fields.addAll(columns(prefix, result instanceof ReviewedSegmentation));
        out.writeRecord(cells(fields, keepFormulas));
        int[] next = {0, 0};
        file.readClients((record, line) -> {
            if (!clients.refusals().containsKey(next[0]++)) {
                clients.checkSame(record, next[1]);
                out.writeRecord(cells(fields(record, result, next[1]++, file.numbers()), keepFormulas));
            }
            return true;
        });
        if (next[1] != result.size()) {
            throw ClientFileReader.Clients.changed(file);
        }
    }

    /** Gives the texts as they are written. */
    private static List<String> cells(List<String> fields, boolean keepFormulas) {
        if (!keepFormulas) {
            fields.replaceAll(Formulas::guarded);
        }
        return fields;
    }

    private static List<String> fields(CsvRecord record, Segmentation result, int index, Numbers numbers) {
        List<String> fields = new ArrayList<>(record.getFields());
        Assignment assignment = result.assignment(index);
        fields.add(assignment.segment().name());
        fields.add(assignment.isScored() ? Integer.toString(assignment.segment().order()) : "");
        fields.add(assignment.score().map(score -> numbers.text(score.value())).orElse(""));
        fields.add(result.standing(index)
                .map(standing -> Long.toString(standing.rank()))
                .orElse(""));
        fields.add(result.standing(index)
                .map(standing -> numbers.text(standing.percentile()))
                .orElse(""));
        fields.add(assignment.reasons().stream().map(Reason::text).collect(Collectors.joining("; ")));
        if (result instanceof ReviewedSegmentation review) {
            fields.add(review.before(index).map(Segment::name).orElse(""));
            fields.add(review.since(index).map(LocalDate::toString).orElse(""));
            fields.add(assignment.decidedBy().name().toLowerCase(Locale.ROOT));
            fields.add(review.moveReason(index));
        }
        return fields;
    }

    private static void writeRejected(ClientFileReader.Clients clients, boolean keepFormulas, Path path)
            throws IOException {
        ClientFile file = clients.file();
        try (CsvWriter out = writer(file, path)) {
            List<String> header = new ArrayList<>(List.of("rejected_line", "rejected_reason"));
            header.addAll(file.header());
            out.writeRecord(cells(header, keepFormulas));
            int[] next = {0};
            file.readClients((record, line) -> {
                String reason = clients.refusals().get(next[0]++);
                if (reason != null) {
                    List<String> fields = new ArrayList<>(List.of(Long.toString(line), reason));
                    fields.addAll(record.getFields());
                    out.writeRecord(cells(fields, keepFormulas));
                }
                return true;
            });
        }
    }
}
