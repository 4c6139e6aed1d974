package dev.segmentation.testkit;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Book;
import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Settings;
import dev.segmentation.api.Standing;
import dev.segmentation.api.Summary;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Schemes that break the contract, each in one way. */
final class WrongSchemes {

    private WrongSchemes() {}

    static final class TheFirstClientDecides extends LoyalScheme {
        @Override
        public Segmentation segment(ClientBook book) {
            return book.segment(segmenter(book.size() == 0 ? 0 : book.client(0).measure(YEARS)));
        }
    }

    static final class TheIdBreaksTies extends LoyalScheme {
        @Override
        Segmenter segmenter(double line) {
            return new Ruled(
                    this,
                    line,
                    (right, client, years) -> right.assign(
                            client, years == right.line && client.id().endsWith("1") ? -1e99 : years));
        }
    }

    static final class TheZerosDiffer extends LoyalScheme {
        @Override
        Segmenter segmenter(double line) {
            return new Ruled(
                    this,
                    line,
                    (right, client, years) -> Double.compare(years, right.line) >= 0 || !(years <= right.line)
                            ? right.assign(client, years)
                            : AtLeast.because(client, NEW, "years.few"));
        }
    }

    static final class TooMuchIsBad extends LoyalScheme {
        @Override
        Segmenter segmenter(double line) {
            return new Ruled(this, line, (right, client, years) -> right.assign(client, years > 60 ? -years : years));
        }
    }

    static final class UnknownIsZero extends LoyalScheme {
        @Override
        Segmenter segmenter(double line) {
            return new Ruled(
                    this, line, (right, client, years) -> right.assign(client, Double.isNaN(years) ? 0 : years));
        }
    }

    /** The comparison with NaN is false, and so an unknown client becomes the worst. */
    static final class UnknownIsCompared extends LoyalScheme {
        @Override
        Segmenter segmenter(double line) {
            return new Ruled(
                    this, line, (right, client, years) -> right.assign(client, years >= right.line ? years : -1e99));
        }
    }

    static final class TheBitsOfNanDecide extends LoyalScheme {
        @Override
        Segmenter segmenter(double line) {
            return new Ruled(
                    this,
                    line,
                    (right, client, years) -> Double.isNaN(years)
                            ? AtLeast.because(
                                    client, Double.doubleToRawLongBits(years) < 0 ? NEW : LOYAL, "years.unknown")
                            : right.assign(client, years));
        }
    }

    static final class NobodyIsUnexpected extends LoyalScheme {
        @Override
        public Segmenter fit(Book book) {
            if (book.size() == 0) {
                throw new IndexOutOfBoundsException("0");
            }
            return super.fit(book);
        }
    }

    static final class RefusesWithoutAWord extends LoyalScheme {
        @Override
        public Segmenter fit(Book book) {
            if (book.size() == 1) {
                throw new IllegalArgumentException();
            }
            return super.fit(book);
        }
    }

    static final class RefusesEveryBook extends LoyalScheme {
        @Override
        public Segmenter fit(Book book) {
            throw new IllegalArgumentException("the years must be those of a Tuesday");
        }
    }

    static final class JudgesNobody extends LoyalScheme {
        @Override
        Segmenter segmenter(double line) {
            return new Ruled(this, line, (right, client, years) -> right.assign(client, Double.NaN));
        }
    }

    static final class InventsASegment extends LoyalScheme {
        @Override
        Segmenter segmenter(double line) {
            return new Ruled(
                    this,
                    line,
                    (right, client, years) -> years == 3
                            ? AtLeast.because(client, Segment.of("Three", years >= right.line ? 1 : 2), "years.three")
                            : right.assign(client, years));
        }
    }

    static final class MiscountsTheLoyal extends LoyalScheme {
        @Override
        public Segmentation segment(ClientBook book) {
            return new Wrapped(super.segment(book)) {
                @Override
                public long count(Segment segment) {
                    return Math.max(1, super.count(segment));
                }
            };
        }
    }

    static final class TheBatchDiffers extends LoyalScheme {
        @Override
        public Segmentation segment(ClientBook book) {
            return new Wrapped(super.segment(book)) {
                @Override
                public Segment segment(int index) {
                    return index == 1 ? LOYAL : super.segment(index);
                }
            };
        }
    }

    static final class TheScoreDiffers extends LoyalScheme {
        @Override
        public Segmentation segment(ClientBook book) {
            return new Wrapped(super.segment(book)) {
                @Override
                public double score(int index) {
                    return index == 1 ? 7 : super.score(index);
                }
            };
        }
    }

    static final class TheAttentionDiffers extends LoyalScheme {
        @Override
        public Segmentation segment(ClientBook book) {
            return new Wrapped(super.segment(book)) {
                @Override
                public boolean needsAttention(int index) {
                    return index == 1 || super.needsAttention(index);
                }
            };
        }
    }

    static final class CastsTheBook extends LoyalScheme {
        @Override
        public Segmenter fit(Book book) {
            double most = Double.NEGATIVE_INFINITY;
            for (Client client : (ClientBook) book) {
                most = Math.max(most, client.measure(YEARS) >= 0 ? client.measure(YEARS) : 0);
            }
            return segmenter(most);
        }
    }

    static final class AsksTheBookLater extends LoyalScheme {
        @Override
        public Segmenter fit(Book book) {
            return new Ruled(
                    this,
                    line(book),
                    (right, client, years) -> right.assign(client, book.has(YEARS) ? years : Double.NaN));
        }
    }

    static final class SharesAScratchpad extends LoyalScheme {
        @Override
        Segmenter segmenter(double line) {
            return new Scratched(this, line);
        }

        private static final class Scratched extends AtLeast {

            private static final long serialVersionUID = 1;

            private double scratch;

            Scratched(SegmentationScheme scheme, double line) {
                super(scheme.id(), scheme.segments(), line);
            }

            /** Lets other threads come between, as they may at any time. */
            @Override
            @SuppressWarnings("ThreadPriorityCheck")
            public Assignment assign(Client client) {
                scratch = client.measure(YEARS);
                Thread.yield();
                return assign(client, scratch);
            }
        }
    }

    static final class HoldsWhatCannotBeWritten extends LoyalScheme {
        @Override
        Segmenter segmenter(double line) {
            Object lock = new Object();
            return new Ruled(this, line, (right, client, years) -> {
                synchronized (lock) {
                    return right.assign(client, years);
                }
            });
        }
    }

    static final class ForgetsWhenWritten extends LoyalScheme {
        @Override
        Segmenter segmenter(double line) {
            return new Forgetful(this, line);
        }

        private static final class Forgetful extends AtLeast {

            private static final long serialVersionUID = 1;

            private final transient double own;

            Forgetful(SegmentationScheme scheme, double line) {
                super(scheme.id(), scheme.segments(), line);
                this.own = line;
            }

            @Override
            Assignment assign(Client client, double years) {
                return super.assign(client, years - own + line);
            }
        }
    }

    static final class StoresWholeYears extends LoyalScheme {
        @Override
        public Segmenter segmenter(Settings settings) {
            return segmenter(Math.rint(settings.real("line").orElseThrow()));
        }
    }

    static final class ReadsOtherKeysThanItWrites extends LoyalScheme {
        @Override
        public Segmenter segmenter(Settings settings) {
            return segmenter(settings.real("years").orElseThrow(settings.lacking("years")));
        }
    }

    static final class ForgetsItsSetting extends LoyalScheme {

        ForgetsItsSetting() {
            super(0.25);
        }

        @Override
        public Settings settings() {
            return Settings.empty();
        }

        @Override
        public SegmentationScheme withSettings(Settings settings) {
            settings.allow("share");
            return new LoyalScheme(settings.real("share").orElse(0.5)) {
                @Override
                public Settings settings() {
                    return Settings.empty();
                }
            };
        }
    }

    static final class RefusesItsOwnSettings extends LoyalScheme {
        @Override
        public SegmentationScheme withSettings(Settings settings) {
            settings.allow();
            return this;
        }
    }

    static final class TakesAnySetting extends LoyalScheme {
        @Override
        public SegmentationScheme withSettings(Settings settings) {
            return this;
        }
    }

    static final class RemembersABook extends LoyalScheme {

        private final AtomicReference<@Nullable Book> last = new AtomicReference<>();

        @Override
        public Segmenter fit(Book book) {
            boolean isAgain = last.getAndSet(book) == book;
            return isAgain ? segmenter(Double.NEGATIVE_INFINITY) : super.fit(book);
        }
    }

    static final class GivesNoReasons extends LoyalScheme {
        @Override
        Segmenter segmenter(double line) {
            return new Ruled(
                    this,
                    line,
                    (right, client, years) ->
                            years >= right.line ? Assignment.of(client.id(), LOYAL) : right.assign(client, years));
        }
    }

    static final class GivesEmptyReasons extends LoyalScheme {
        @Override
        Segmenter segmenter(double line) {
            return new Ruled(
                    this,
                    line,
                    (right, client, years) -> right.assign(client, years)
                            .withReasons(List.of(new Reason("years." + (years >= right.line), List.of(), ""))));
        }
    }

    static final class LeavesUnscoredWithoutReason extends LoyalScheme {
        @Override
        Segmenter segmenter(double line) {
            return new Ruled(
                    this,
                    line,
                    (right, client, years) -> Double.isNaN(years)
                            ? Assignment.of(client.id(), Segment.UNSCORED)
                            : right.assign(client, years));
        }
    }

    static final class HasAnIllegalId extends LoyalScheme {
        @Override
        public String id() {
            return "Acme Loyal";
        }
    }

    static final class SkipsAnOrder extends LoyalScheme {
        @Override
        public List<Segment> segments() {
            return List.of(LOYAL, Segment.of("New", 3));
        }
    }

    static final class UsesANameTwice extends LoyalScheme {
        @Override
        public List<Segment> segments() {
            return List.of(LOYAL, Segment.of("Loyal", 2));
        }
    }

    static final class AsksTwice extends LoyalScheme {
        @Override
        public List<Requirement> requirements() {
            return List.of(Requirement.needs(YEARS), Requirement.uses(Measure.of("years")));
        }
    }

    static final class SignsForAnother extends LoyalScheme {
        @Override
        Segmenter segmenter(double line) {
            return new AtLeast("acme.other", segments(), line);
        }
    }

    /** How a client is placed, told by what the right segmenter would do. */
    interface Rule extends Serializable {
        Assignment assign(LoyalScheme.AtLeast right, Client client, double years);
    }

    /** A segmenter by a rule. */
    private static final class Ruled extends LoyalScheme.AtLeast {

        private static final long serialVersionUID = 1;

        private final Rule rule;

        Ruled(SegmentationScheme scheme, double line, Rule rule) {
            super(scheme.id(), scheme.segments(), line);
            this.rule = rule;
        }

        @Override
        public Assignment assign(Client client) {
            return rule.assign(
                    new LoyalScheme.AtLeast(schemeId(), segments(), line), client, client.measure(LoyalScheme.YEARS));
        }
    }

    /** An outcome that answers as another one does, but for what is overridden. */
    private static class Wrapped implements Segmentation {

        private final Segmentation right;

        Wrapped(Segmentation right) {
            this.right = right;
        }

        @Override
        public ClientBook book() {
            return right.book();
        }

        @Override
        public Segmenter segmenter() {
            return right.segmenter();
        }

        @Override
        public Segment segment(int index) {
            return right.segment(index);
        }

        @Override
        public Optional<Standing> standing(int index) {
            return right.standing(index);
        }

        @Override
        public long count(Segment segment) {
            return right.count(segment);
        }

        @Override
        public Summary summary(Segment segment, Measure measure) {
            return right.summary(segment, measure);
        }
    }
}
