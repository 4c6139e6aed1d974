package dev.segmentation.shell.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.segmentation.api.Assignment;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Segmentation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a client file again, each row with what became of the client; rows that were refused go to a file beside it.
 *
 * <p>Both are written under other names and moved when they are whole, so that no half-written file is ever seen.
 */
public final class SegmentedFileWriter {

    private static final List<String> COLUMNS =
            List.of("segment", "segment_order", "score", "rank", "percentile", "reasons");

    private SegmentedFileWriter() {}

    /**
     * Gives the columns that are added.
     *
     * @param prefix put before each name
     * @return the names
     */
    public static List<String> columns(String prefix) {
        return COLUMNS.stream().map(prefix::concat).toList();
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
     * Writes the files. The one of the refused rows is written only if there are any.
     *
     * @param clients the clients as read
     * @param result what became of them
     * @param prefix put before the name of each added column
     * @param output the file to write; replaced if it is there
     * @throws IOException if a file cannot be read or written; then none is replaced
     */
    public static void write(ClientFileReader.Clients clients, Segmentation result, String prefix, Path output)
            throws IOException {
        Path part = part(output);
        Path rejected = rejectedBeside(output);
        Path rejectedPart = part(rejected);
        boolean anyRejected = !clients.refusals().isEmpty();
        try {
            writeSegmented(clients, result, prefix, part);
            if (anyRejected) {
                writeRejected(clients, rejectedPart);
                Files.move(rejectedPart, rejected, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(part);
            Files.deleteIfExists(rejectedPart);
        }
    }

    private static Path part(Path file) {
        return file.resolveSibling(
                file.getFileName() + ".part-" + ProcessHandle.current().pid());
    }

    private static CsvWriter writer(ClientFile file, Path path) throws IOException {
        return CsvWriter.builder()
                .fieldSeparator(file.separator())
                .lineDelimiter(file.hasCrlf() ? LineDelimiter.CRLF : LineDelimiter.LF)
                .build(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static void writeSegmented(ClientFileReader.Clients clients, Segmentation result, String prefix, Path path)
            throws IOException {
        ClientFile file = clients.file();
        try (CsvWriter out = writer(file, path)) {
            List<String> fields = new ArrayList<>(file.columns());
            fields.addAll(columns(prefix));
            out.writeRecord(fields);
            int[] next = {0, 0};
            file.readClients((record, line) -> {
                if (!clients.refusals().containsKey(next[0]++)) {
                    out.writeRecord(fields(record, result, next[1]++));
                }
                return true;
            });
        }
    }

    private static List<String> fields(CsvRecord record, Segmentation result, int index) {
        List<String> fields = new ArrayList<>(record.getFields());
        Assignment assignment = result.assignment(index);
        fields.add(assignment.segment().name());
        fields.add(assignment.isScored() ? Integer.toString(assignment.segment().order()) : "");
        fields.add(
                assignment.score().map(score -> Double.toString(score.value())).orElse(""));
        fields.add(result.standing(index)
                .map(standing -> Long.toString(standing.rank()))
                .orElse(""));
        fields.add(result.standing(index)
                .map(standing -> Double.toString(standing.percentile()))
                .orElse(""));
        fields.add(assignment.reasons().stream().map(Reason::text).collect(Collectors.joining("; ")));
        return fields;
    }

    private static void writeRejected(ClientFileReader.Clients clients, Path path) throws IOException {
        ClientFile file = clients.file();
        try (CsvWriter out = writer(file, path)) {
            List<String> header = new ArrayList<>(List.of("line", "reason"));
            header.addAll(file.columns());
            out.writeRecord(header);
            int[] next = {0};
            file.readClients((record, line) -> {
                String reason = clients.refusals().get(next[0]++);
                if (reason != null) {
                    List<String> fields = new ArrayList<>(List.of(Long.toString(line), reason));
                    fields.addAll(record.getFields());
                    out.writeRecord(fields);
                }
                return true;
            });
        }
    }
}
