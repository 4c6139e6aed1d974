package dev.segmentation.shell.command;

import dev.segmentation.api.InvalidSettingsException;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.core.review.Review;
import dev.segmentation.core.review.Stability;
import dev.segmentation.shell.csv.ClientColumns;
import dev.segmentation.shell.csv.LedgerFile;
import dev.segmentation.shell.csv.PreviousFile;
import dev.segmentation.shell.json.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a review: last time, what people decided, and what keeps clients from moving back and forth. */
final class ReviewOptions {

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day of the review, such as 2026-11-22; needed by the three options below.")
    private @Nullable LocalDate date;

    @Option(names = "--previous", paramLabel = "FILE", description = "The output of the run of last time.")
    private @Nullable Path previous;

    @Option(
            names = "--previous-settings",
            paramLabel = "FILE",
            description = "The settings of last time, where they were others.")
    private @Nullable Path previousSettings;

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "What a segment of last time is called now. May be given several times.")
    private Map<String, String> renamed = new LinkedHashMap<>();

    @Option(
            names = "--overrides",
            paramLabel = "FILE",
            description = "A CSV file of what people decided: client,segment,author,reason,from,until.")
    private @Nullable Path overrides;

    @Option(
            names = "--review",
            paramLabel = "FILE",
            description = "A JSON file of what keeps clients from moving back and forth.")
    private @Nullable Path stability;

    /** Says whether a review is asked for. */
    boolean isAsked() {
        if (date == null && (previous != null || overrides != null || stability != null)) {
            throw new UsageException("--previous, --overrides and --review need the day of the review by --as-of");
        }
        return date != null;
    }

    Review review(SegmentationScheme scheme, ClientColumns columns, String prefix) throws IOException {
        if (date == null) {
            throw new IllegalStateException("a review must be asked for");
        }
        Review review = Review.asOf(date);
        if (overrides != null) {
            check("--overrides", overrides);
            review = review.withOverrides(LedgerFile.read(overrides));
        }
        if (stability != null) {
            check("--review", stability);
            review = review.withStability(stability(stability));
        }
        if (previous == null) {
            return review;
        }
        check("--previous", previous);
        SegmentationScheme then = previousSettings == null ? scheme : SchemeOptions.set(scheme, previousSettings);
        try {
            return review.withPrevious(
                    PreviousFile.read(previous, columns, prefix).previous(then).withRenamed(renamed));
        } catch (IllegalArgumentException refused) {
            throw new DataException(previous + ": " + refused.getMessage());
        }
    }

    private static Stability stability(Path file) throws IOException {
        try {
            return Stability.from(SettingsFile.read(file));
        } catch (InvalidSettingsException refused) {
            throw new DataException(file + ": " + refused.getMessage());
        }
    }

    static void check(String option, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UsageException(option + " must be a file, but there is none at " + file);
        }
    }
}
