package dev.segmentation.shell.report;

import dev.segmentation.api.Client;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.schemes.plan.CapacityReport;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One HTML page about a segmentation, to be shown to those who decide: the segments, how concentrated revenue is, how scores
 * are spread, who moved, what the data lack, and how it was done.
 *
 * <p>The page needs nothing beside itself, neither a network nor a script. It stays small however large the book is: no client
 * has a row of its own but in the lists of those who moved and of those who need a person's decision, which end after 200.
 *
 * <pre>{@code
 * Report.of(segmentation).withTitle("Clients of 2026").write(Path.of("review.html"));
 * }</pre>
 *
 * <p>Of a reviewed segmentation it also says who moved and why. What is not known is left out, and the page says so. Costs one
 * walk over the clients with their reasons, and a few over their numbers.
 */
public final class Report {

    private final Segmentation result;
    private final String title;
    private final Optional<LocalDate> date;
    private final Optional<SegmentationScheme> scheme;
    private final @Nullable CapacityReport capacity;
    private final @Nullable Year year;
    private final @Nullable ToDoubleFunction<Client> cost;
    private final long refused;
    private final List<String> problems;

    private Report(
            Segmentation result,
            String title,
            Optional<LocalDate> date,
            Optional<SegmentationScheme> scheme,
            @Nullable CapacityReport capacity,
            @Nullable Year year,
            @Nullable ToDoubleFunction<Client> cost,
            long refused,
            List<String> problems) {
        this.result = result;
        this.title = title;
        this.date = date;
        this.scheme = scheme;
        this.capacity = capacity;
        this.year = year;
        this.cost = cost;
        this.refused = refused;
        this.problems = List.copyOf(problems);
    }

    /**
     * Gives the report of a segmentation.
     *
     * @param result the outcome for a book, which may be a review
     * @return the report
     */
    public static Report of(Segmentation result) {
        return new Report(
                result, "Client segments", Optional.empty(), Optional.empty(), null, null, null, 0, List.of());
    }

    /**
     * Gives the same report with another title.
     *
     * @param newTitle any text
     * @return another report
     */
    public Report withTitle(String newTitle) {
        return new Report(result, newTitle, date, scheme, capacity, year, cost, refused, problems);
    }

    /**
     * Gives the same report with the day it is made on, which stands at its top.
     *
     * @param newDate the day
     * @return another report
     */
    public Report withDate(LocalDate newDate) {
        return new Report(result, title, Optional.of(newDate), scheme, capacity, year, cost, refused, problems);
    }

    /**
     * Gives the same report with the scheme as it was set, which it then describes.
     *
     * @param newScheme the scheme
     * @return another report
     */
    public Report withScheme(SegmentationScheme newScheme) {
        return new Report(result, title, date, Optional.of(newScheme), capacity, year, cost, refused, problems);
    }

    /**
     * Gives the same report with hours, cost and margin as a service plan has them.
     *
     * @param newCapacity what the plan needs, made of the same segmentation
     * @param newYear the year that is planned
     * @return another report
     */
    public Report withCapacity(CapacityReport newCapacity, Year newYear) {
        return new Report(result, title, date, scheme, newCapacity, newYear, cost, refused, problems);
    }

    /**
     * Gives the same report with the cost of serving a client, from which margins are made where there is no plan.
     *
     * @param newCost makes the cost; {@code NaN} where it is not known
     * @return another report
     */
    public Report withCost(ToDoubleFunction<Client> newCost) {
        return new Report(result, title, date, scheme, capacity, year, newCost, refused, problems);
    }

    /**
     * Gives the same report with the rows that could not be read.
     *
     * @param rows how many
     * @param firstProblems what is wrong with the first of them
     * @return another report
     */
    public Report withRefused(long rows, List<String> firstProblems) {
        return new Report(result, title, date, scheme, capacity, year, cost, rows, firstProblems);
    }

    Segmentation result() {
        return result;
    }

    String title() {
        return title;
    }

    Optional<LocalDate> date() {
        return date;
    }

    Optional<SegmentationScheme> scheme() {
        return scheme;
    }

    Optional<CapacityReport> capacity() {
        return Optional.ofNullable(capacity);
    }

    Optional<Year> year() {
        return Optional.ofNullable(year);
    }

    Optional<ToDoubleFunction<Client>> cost() {
        return Optional.ofNullable(cost);
    }

    long refused() {
        return refused;
    }

    List<String> problems() {
        return problems;
    }

    /**
     * Gives the page.
     *
     * @return HTML, in which every text of the book is escaped
     */
    public String html() {
        return Page.of(new Facts(this));
    }

    /**
     * Writes the page, whole or not at all: under another name first, which is then changed.
     *
     * @param file where to; replaced if it is there
     * @throws IOException if it cannot be written; what was there before is then still there
     */
    public void write(Path file) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path part = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.writeString(part, html());
            // A page of clients that others must not read stays one when it is replaced.
            if (Files.exists(target) && Files.getFileAttributeView(target, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(target));
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            throw named(file, e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Gives the failure with the name that was asked for instead of that of the part. */
    private static FileSystemException named(Path file, FileSystemException cause) {
        FileSystemException named = cause instanceof AccessDeniedException
                ? new AccessDeniedException(file.toString())
                : cause instanceof NoSuchFileException
                        ? new NoSuchFileException(file.toString(), null, "there is no such folder")
                        : new FileSystemException(file.toString(), null, cause.getReason());
        named.initCause(cause);
        return named;
    }

    /** Gives one line: {@code Report[four-s, 250 clients]}. */
    @Override
    public String toString() {
        return "Report[" + result.segmenter().schemeId() + ", " + result.size() + " clients]";
    }
}
