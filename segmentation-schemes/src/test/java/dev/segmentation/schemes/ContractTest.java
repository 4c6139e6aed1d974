package dev.segmentation.schemes;

import static dev.segmentation.api.Measure.ASSETS;
import static dev.segmentation.api.Measure.ATTITUDE;
import static dev.segmentation.api.Measure.CROSS_SELL;
import static dev.segmentation.api.Measure.HOURS;
import static dev.segmentation.api.Measure.INFLUENCE;
import static dev.segmentation.api.Measure.NEEDS;
import static dev.segmentation.api.Measure.REFERRALS;
import static dev.segmentation.api.Measure.REVENUE;

import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Segment;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.TiePolicy;
import dev.segmentation.api.TopShares;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import dev.segmentation.core.scoring.Criterion;
import dev.segmentation.core.scoring.Grading;
import dev.segmentation.core.scoring.Line;
import dev.segmentation.core.scoring.Missing;
import dev.segmentation.schemes.abc.Abc;
import dev.segmentation.schemes.buckets.Buckets;
import dev.segmentation.schemes.engagement.Engagement;
import dev.segmentation.schemes.engagement.Profit;
import dev.segmentation.schemes.fours.FourS;
import dev.segmentation.schemes.pareto.Pareto;
import dev.segmentation.testkit.SegmentationSchemeContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** Holds the built-in schemes to the contract of all schemes: as they come, on a plain book; and on books of columns. */
class ContractTest {

    /** Tries a scheme on the book that vendors use, where it takes its shorter ways over columns. */
    interface OnColumns extends SegmentationSchemeContract {
        @Override
        default ClientBook book(List<Measure> measures, List<String> attributes, List<Client> clients) {
            BookAppender book = Books.appender(measures, attributes);
            for (Client client : clients) {
                book.add(
                        client.id(),
                        measures.stream().mapToDouble(client::measure).toArray(),
                        attributes.stream()
                                .map(name -> client.attribute(name).orElse(null))
                                .toList());
            }
            return book.build();
        }
    }

    @Nested
    class AbcOnAPlainBook implements SegmentationSchemeContract {
        @Override
        public SegmentationScheme scheme() {
            return Abc.scheme();
        }
    }

    @Nested
    class AbcAsItComes implements OnColumns {
        @Override
        public SegmentationScheme scheme() {
            return Abc.scheme();
        }
    }

    @Nested
    class AbcByAmountsAndGrades implements OnColumns {
        @Override
        public SegmentationScheme scheme() {
            return Abc.scheme()
                    .withRequirement(ASSETS, Line.atLeast(2))
                    .withRequirement(REVENUE, Line.aboveMedian())
                    .withWanted(NEEDS, Line.atLeast(2))
                    .withHorizonYears(2.5);
        }
    }

    @Nested
    class BucketsOnAPlainBook implements SegmentationSchemeContract {
        @Override
        public SegmentationScheme scheme() {
            return Buckets.scheme();
        }
    }

    @Nested
    class BucketsAsTheyCome implements OnColumns {
        @Override
        public SegmentationScheme scheme() {
            return Buckets.scheme();
        }
    }

    @Nested
    class BucketsOfTwoMeasuresWithQualities implements OnColumns {
        @Override
        public SegmentationScheme scheme() {
            return Buckets.scheme()
                    .withCriteria(List.of(
                            Criterion.of(REVENUE, Grading.sharesOfTotal(0.80)),
                            Criterion.of(HOURS, Grading.thresholds(3, 1))))
                    .withQualities(List.of(CROSS_SELL, REFERRALS));
        }
    }

    @Nested
    class EngagementOnAPlainBook implements SegmentationSchemeContract {
        @Override
        public SegmentationScheme scheme() {
            return Engagement.scheme();
        }
    }

    @Nested
    class EngagementAsItComes implements OnColumns {
        @Override
        public SegmentationScheme scheme() {
            return Engagement.scheme();
        }
    }

    @Nested
    class EngagementByComputedProfit implements OnColumns {
        @Override
        public SegmentationScheme scheme() {
            return Engagement.scheme()
                    .withProfit(Profit.computed(Map.of(HOURS, 150.0)))
                    .withProfitable(Line.aboveMedian())
                    .withEngaged(
                            List.of(
                                    Criterion.of(ATTITUDE, Grading.given(1, 3)),
                                    Criterion.of(INFLUENCE, Grading.terciles())),
                            2);
        }
    }

    @Nested
    class FourSOnAPlainBook implements SegmentationSchemeContract {
        @Override
        public SegmentationScheme scheme() {
            return FourS.scheme();
        }
    }

    @Nested
    class FourSAsItComes implements OnColumns {
        @Override
        public SegmentationScheme scheme() {
            return FourS.scheme();
        }
    }

    @Nested
    class FourSWithItsOwnCriteriaAndTiers implements OnColumns {
        @Override
        public SegmentationScheme scheme() {
            return FourS.scheme()
                    .withCriteria(List.of(
                            Criterion.of(REVENUE, Grading.thresholds(2, 10)).withWeight(0.6),
                            Criterion.of(ATTITUDE, Grading.given(1, 3))
                                    .withWeight(0.4)
                                    .withMissing(Missing.NEUTRAL)))
                    .withTieBreakers(List.of(HOURS, ASSETS))
                    .withTiers(
                            TopShares.of(0.05, 0.25).withTies(TiePolicy.DEMOTE),
                            List.of(Segment.of("Top", 1), Segment.of("Core", 2), Segment.of("Rest", 3)));
        }
    }

    @Nested
    class ParetoOnAPlainBook implements SegmentationSchemeContract {
        @Override
        public SegmentationScheme scheme() {
            return Pareto.scheme();
        }
    }

    @Nested
    class ParetoAsItComes implements OnColumns {
        @Override
        public SegmentationScheme scheme() {
            return Pareto.scheme();
        }
    }

    @Nested
    class ParetoOfThreeClasses implements OnColumns {
        @Override
        public SegmentationScheme scheme() {
            return Pareto.abc();
        }
    }

    @Nested
    class ParetoOfAssets implements OnColumns {
        @Override
        public SegmentationScheme scheme() {
            return Pareto.scheme().withMeasure(ASSETS);
        }
    }
}
