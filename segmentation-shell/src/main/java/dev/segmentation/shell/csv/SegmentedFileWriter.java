package dev.segmentation.shell.csv;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Segmentation;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Writes a client file again, each row with what became of the client; rows that were refused go to a file beside it.
 *
 * <p>Both are written under other names and moved when they are whole, so that no half-written file is ever seen.
 *
 * <p>Texts that a spreadsheet would run are written with an apostrophe before them, which reading takes away again.
 */
public final class SegmentedFileWriter {

    private SegmentedFileWriter() {}

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
     * @param clients the clients, as {@link ClientFileReader#readToWrite} gives them
     * @param result what became of them
     * @param added which columns are added
     * @param seen takes the assignments at least of those who {@linkplain Segmentation#needsAttention need attention}, called by
     *     several threads and in no order
     * @param output the file to write; replaced if it is there
     * @throws IOException if a file cannot be written; what was there before is then still there
     */
    public static void write(
            ClientFileReader.Clients clients,
            Segmentation result,
            AddedColumns added,
            Consumer<Assignment> seen,
            Path output)
            throws IOException {
        // Behind a link, so that the link stays one.
        Path target = Files.exists(output) ? output.toRealPath() : output;
        Path rejected = rejectedBeside(target);
        Path part = part(target);
        Path rejectedPart = part(rejected);
        try {
            try (OutputStream out = create(part)) {
                write(clients, result, added, seen, rows -> rows.writeTo(out));
            }
            keepPermissions(target, part);
            if (clients.refused() == 0) {
                Files.deleteIfExists(rejected); // one of a former run would seem to belong to this one
            } else {
                try (OutputStream out = new BufferedOutputStream(create(rejectedPart))) {
                    writeRejected(clients, out);
                }
                keepPermissions(target, rejectedPart);
                Files.move(rejectedPart, rejected, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
            Files.deleteIfExists(rejectedPart);
        }
    }

    private static OutputStream create(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Gives a name that no other run uses; the file goes also when the process is told to end. */
    private static Path part(Path file) {
        Path part = file.resolveSibling(file.getFileName() + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".part");
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
     * @param clients the clients, as {@link ClientFileReader#readToWrite} gives them
     * @param result what became of them
     * @param added which columns are added
     * @param seen takes the assignments at least of those who {@linkplain Segmentation#needsAttention need attention}, called by
     *     several threads and in no order
     * @param output takes the text
     * @throws IOException if it cannot be written
     */
    public static void write(
            ClientFileReader.Clients clients,
            Segmentation result,
            AddedColumns added,
            Consumer<Assignment> seen,
            Writer output)
            throws IOException {
        write(clients, result, added, seen, rows -> output.write(rows.text()));
    }

    private static void write(
            ClientFileReader.Clients clients,
            Segmentation result,
            AddedColumns added,
            Consumer<Assignment> seen,
            Output output)
            throws IOException {
        List<String> header = new ArrayList<>(clients.file().header());
        header.addAll(added.names());
        output.take(clients.cells().row(header));
        SegmentedRows rows = new SegmentedRows(clients, result, added, seen);
        Iterator<KeptRows.Block> blocks = clients.rows().iterator();
        int[] first = {0};
        Queue<RowBytes> free = new ArrayDeque<>(); // written before, so that few are made
        InTurn.run(
                () -> {
                    if (!blocks.hasNext()) {
                        return null;
                    }
                    KeptRows.Block block = blocks.next();
                    int place = first[0];
                    first[0] += block.rows();
                    RowBytes empty = free.isEmpty() ? new RowBytes(rows.size(block)) : free.remove();
                    return () -> rows.write(block, place, empty);
                },
                made -> {
                    output.take(made);
                    made.clear();
                    return free.add(made);
                });
    }

    private static void writeRejected(ClientFileReader.Clients clients, OutputStream out) throws IOException {
        List<String> header = new ArrayList<>(List.of("rejected_line", "rejected_reason"));
        header.addAll(clients.file().header());
        clients.cells().row(header).writeTo(out);
        clients.refusedRows().writeTo(out);
    }

    /** Takes some rows, to their end. */
    private interface Output {
        void take(RowBytes rows) throws IOException;
    }
}
