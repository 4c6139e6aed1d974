package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Rounding;
import dev.segmentation.api.Settings;
import dev.segmentation.api.Share;
import dev.segmentation.api.TopShares;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line through the clients by one number: who is above it and who is not. Told as an amount, or learnt from the book.
 *
 * <pre>{@code
 * Line.above(0)            // profitable: more than nothing
 * Line.atLeast(500_000)    // half a million and more
 * Line.aboveMedian()       // more than the client in the middle
 * Line.topShare(0.25)      // the best quarter, equal clients together
 * }</pre>
 */
public final class Line {

    private static final String[] WITH_NUMBERS = {"above", "at_least", "top_share"};
    private static final String MEDIAN = "above_median";
    private static final double NONE = Double.NaN;

    private final String kind;

    /** The amount, or the share; NaN for the median, which has none. */
    private final double number;

    private Line(String kind, double number) {
        this.kind = kind;
        this.number = number;
    }

    /**
     * Gives the line that is passed by more than an amount.
     *
     * @param amount the amount; finite
     * @return the line
     * @throws IllegalArgumentException if the amount is not finite
     */
    public static Line above(double amount) {
        return new Line("above", finite(amount));
    }

    /**
     * Gives the line that is passed by an amount and more.
     *
     * @param amount the amount; finite
     * @return the line
     * @throws IllegalArgumentException if the amount is not finite
     */
    public static Line atLeast(double amount) {
        return new Line("at_least", finite(amount));
    }

    /**
     * Gives the line that is passed by more than the median of the book: the client in the middle, or the mean of the two
     * in the middle of an even number.
     *
     * @return the line
     */
    public static Line aboveMedian() {
        return new Line(MEDIAN, NONE);
    }

    /**
     * Gives the line that is passed by the best share of the book's clients, rounded to nearest, equal clients together.
     *
     * @param share in (0, 1]; means its shortest decimal text
     * @return the line
     * @throws IllegalArgumentException if the share is outside (0, 1]
     */
    public static Line topShare(double share) {
        return new Line("top_share", Share.of(share).toDouble());
    }

    private static double finite(double amount) {
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("the amount of a line must be finite, but was " + amount);
        }
        return amount;
    }

    /**
     * Reads a line: {@code above_median}, or a group of one of the keys {@code above}, {@code at_least} and
     * {@code top_share} with its number.
     *
     * @param settings where it is
     * @param key its key, which must be there
     * @return the line
     * @throws dev.segmentation.api.InvalidSettingsException if it is not there, not known or refused
     */
    public static Line from(Settings settings, String key) {
        if (settings.isText(key)) {
            return settings.checked(key, () -> {
                if (!settings.text(key).equals(Optional.of(MEDIAN))) {
                    throw new IllegalArgumentException(
                            "it must be " + MEDIAN + ", or a group of one of " + String.join(", ", WITH_NUMBERS)
                                    + ", but was '" + settings.text(key).orElse("") + "'");
                }
                return aboveMedian();
            });
        }
        Settings group = settings.group(key).orElseThrow(settings.lacking(key)).allow(WITH_NUMBERS);
        return settings.checked(key, () -> {
            if (group.keys().size() != 1) {
                throw new IllegalArgumentException(
                        "it must have one of " + String.join(", ", WITH_NUMBERS) + ", but has " + group.keys());
            }
            String kind = group.keys().iterator().next();
            double number = group.real(kind).orElseThrow(group.lacking(kind));
            return group.checked(kind, () -> switch (kind) {
                case "above" -> above(number);
                case "at_least" -> atLeast(number);
                default -> topShare(number);
            });
        });
    }

    /**
     * Gives the same as plain data, which {@link #from} reads.
     *
     * @return a text or settings
     */
    public Object plain() {
        return kind.equals(MEDIAN) ? MEDIAN : Settings.empty().with(kind, number);
    }

    /**
     * Learns from a book where the line lies.
     *
     * @param book the book
     * @param ordering the number, by its first key
     * @return the line as an amount; above everything if it is learnt of a book that knows the number of nobody
     */
    public FittedLine fit(Book book, Ordering ordering) {
        return switch (kind) {
            case "above" -> new FittedLine(number, false);
            case "at_least" -> new FittedLine(number, true);
            case MEDIAN -> median(book, ordering);
            default -> cut(book, ordering, TopShares.of(number));
        };
    }

    /**
     * Learns from a book where the line lies for a measure. An amount is the measure's own: {@code atLeast(10)} of hours, of
     * which less is better, is passed by 10 hours and less.
     *
     * @param book the book
     * @param measure the measure
     * @return the line, turned so that greater is better
     */
    public FittedLine fit(Book book, Measure measure) {
        boolean isTold = kind.equals("above") || kind.equals("at_least");
        return isTold
                ? new FittedLine(measure.direction().orient(number), kind.equals("at_least"))
                : fit(book, Ordering.by(measure));
    }

    private static FittedLine cut(Book book, Ordering ordering, TopShares shares) {
        Cut cut = book.cutoffs(ordering, shares).cuts().get(0);
        return new FittedLine(cut.boundary().get(0), cut.inclusive());
    }

    private static FittedLine median(Book book, Ordering ordering) {
        Cutoffs upper =
                book.cutoffs(ordering, TopShares.of(List.of(Share.of(1, 2))).withRounding(Rounding.CEILING));
        long size = upper.size();
        double middle = upper.cuts().get(0).boundary().get(0);
        if (size % 2 != 0 || size == 0) {
            return new FittedLine(middle, false);
        }
        Share next = Share.of(size / 2 + 1, size);
        double below = book.cutoffs(ordering, TopShares.of(List.of(next)))
                .cuts()
                .get(0)
                .boundary()
                .get(0);
        // Halved first where the sum would be beyond all doubles.
        double sum = middle + below;
        return new FittedLine(Double.isInfinite(sum) ? middle / 2 + below / 2 : sum / 2, false);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Line that && kind.equals(that.kind) && Double.compare(number, that.number) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, number);
    }

    /** Gives words: {@code above 0.0}, {@code top_share 0.25}, {@code above_median}. */
    @Override
    public String toString() {
        return kind.equals(MEDIAN) ? MEDIAN : kind + " " + number;
    }
}
