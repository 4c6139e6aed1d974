package dev.segmentation.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds for a file that is to be written. */
final class WrittenFile {

    private WrittenFile() {}

    /** Refuses one place for two answers. */
    static void checkDiffer(String option, @Nullable Path written, String otherOption, @Nullable Path other) {
        if (written != null
                && other != null
                && written.toAbsolutePath()
                        .normalize()
                        .equals(other.toAbsolutePath().normalize())) {
            throw new UsageException(
                    option + " must be another file than " + otherOption + ", but both are " + written);
        }
    }

    /** Refuses a place where no file can be, and a file that is read. */
    static void check(String option, Path written, List<Path> read) throws IOException {
        Path folder = written.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException(option + " must be a file in a folder that is there, but was " + written);
        }
        if (Files.exists(written) && !Files.isRegularFile(written)) {
            throw new UsageException(option + " must be a file, but " + written + " is "
                    + (Files.isDirectory(written) ? "a directory" : "a pipe or a device"));
        }
        for (Path other : read) {
            if (Files.exists(written) && Files.exists(other) && Files.isSameFile(written, other)) {
                throw new UsageException(option + " must be another file than those that are read, but is " + other);
            }
        }
    }
}
