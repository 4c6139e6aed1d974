package dev.segmentation.shell.command;

import dev.segmentation.api.Book;
import dev.segmentation.api.Client;
import dev.segmentation.api.InvalidSettingsException;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.core.review.Review;
import dev.segmentation.core.review.Stability;
import dev.segmentation.shell.csv.ClientColumns;
import dev.segmentation.shell.csv.ClientFile;
import dev.segmentation.shell.csv.LedgerFile;
import dev.segmentation.shell.csv.Numbers;
import dev.segmentation.shell.csv.PreviousFile;
import dev.segmentation.shell.json.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a review: last time, what people decided, and what keeps clients from moving back and forth. */
final class ReviewOptions {

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = Day.class,
            description = "The day of the review, such as 2026-11-22; needed by what else is told of it: --previous,"
                    + " --previous-settings, --rename, --overrides, --review.")
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

    @Option(
            names = "--hour-cost",
            paramLabel = "AMOUNT",
            description =
                    "What an hour of service costs, so that cost (hours at that, and direct_cost) and margin are told"
                            + " too.")
    private @Nullable Double hourCost;

    /** Gives the columns that are read beside those of the scheme. */
    ClientColumns withCosts(ClientColumns columns, ClientFile file) {
        if (hourCost == null) {
            return columns;
        }
        if (!(hourCost >= 0 && hourCost < Double.POSITIVE_INFINITY)) {
            throw new UsageException("--hour-cost must be 0 or more, but was " + hourCost);
        }
        if (!file.columns().contains(Measure.HOURS.name())) {
            throw new UsageException("--hour-cost needs a column hours in " + file.name());
        }
        Map<Requirement, String> measures = new LinkedHashMap<>(columns.measures());
        for (Measure measure : List.of(Measure.REVENUE, Measure.HOURS, Measure.DIRECT_COST)) {
            boolean isRead = measures.keySet().stream()
                    .anyMatch(requirement -> requirement.measure().equals(measure));
            if (!isRead && file.columns().contains(measure.name())) {
                measures.put(Requirement.uses(measure), measure.name());
            }
        }
        return new ClientColumns(columns.id(), measures, columns.attributes());
    }

    /** Gives what serving a client costs, where that is told. */
    @Nullable ToDoubleFunction<Client> cost(Book book) {
        if (hourCost == null) {
            return null;
        }
        double rate = hourCost;
        boolean hasDirectCost = book.has(Measure.DIRECT_COST);
        return client ->
                rate * client.measure(Measure.HOURS) + (hasDirectCost ? client.measure(Measure.DIRECT_COST) : 0);
    }

    /** Says whether a review is asked for. */
    boolean isAsked() {
        boolean isTold = !renamed.isEmpty()
                || Stream.of(previous, previousSettings, overrides, stability).anyMatch(Objects::nonNull);
        if (date == null && isTold) {
            throw new UsageException(
                    "--previous, --previous-settings, --rename, --overrides and --review need the day of"
                            + " the review by --as-of");
        }
        return date != null;
    }

    /** Refuses the cost of an hour where nothing but a review would tell of it. */
    void checkHourCost() {
        if (hourCost != null && date == null) {
            throw new UsageException("--hour-cost tells what a review costs and brings; it needs --as-of");
        }
    }

    /** Gives the files that are read, none of which may be written. */
    List<Path> read() {
        return Stream.of(previous, previousSettings, overrides, stability)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /**
     * Gives the review.
     *
     * @param unset the scheme with none of this time's settings, on which those of last time are laid
     */
    Review review(
            SegmentationScheme scheme, SegmentationScheme unset, ClientColumns columns, String prefix, Numbers numbers)
            throws IOException {
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
        SegmentationScheme then = previousSettings == null ? scheme : SchemeOptions.set(unset, previousSettings);
        try {
            return review.withPrevious(PreviousFile.read(previous, columns, prefix, numbers)
                    .previous(then)
                    .withRenamed(renamed));
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
