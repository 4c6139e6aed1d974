package dev.segmentation.testkit;

import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.SegmentationScheme;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * The contract that every scheme must keep, as tests; a test class of a scheme's own inherits them.
 *
 * <pre>{@code
 * class TenureSchemeTest implements SegmentationSchemeContract {
 *     @Override
 *     public SegmentationScheme scheme() {
 *         return new TenureScheme();
 *     }
 * }
 * }</pre>
 *
 * <p>Each test tries the scheme on about a hundred books, the same ones in every run: none, one, two and some dozen clients,
 * all equal or all unknown, with many ties and unknown numbers, negative, tiny and huge ones. They are made of what the scheme
 * says in {@link SegmentationScheme#requirements} and {@link SegmentationScheme#attributes}. A test that fails says what the
 * contract is, how it is broken, and shows the smallest book found that breaks it:
 *
 * <pre>
 * The contract: equal clients are in equal segments.
 * Broken by acme.tenure: clients c1 and c2 are equal, but in Loyal and New
 * The smallest book found that shows it (from book 4 of 107), of 2 clients:
 *   id  tenure
 *   c1  0.0
 *   c2  0.0
 * </pre>
 *
 * <p>A book may be refused by an {@link IllegalArgumentException}; then no other test says anything of it. What is not
 * tested: that the segments are those that the author meant. That needs books worked out by hand.
 */
public interface SegmentationSchemeContract {

    /**
     * Gives the scheme that is tested.
     *
     * @return the scheme
     */
    SegmentationScheme scheme();

    /**
     * Says whether a better value of a measure, all else the same, must never lead to a worse segment.
     *
     * @param measure a measure of the scheme's requirements
     * @return unless overridden, {@code true}
     */
    default boolean isMonotone(Measure measure) {
        return true;
    }

    /**
     * Gives the numbers that a measure is tried with. Clients with unknown numbers are added to them.
     *
     * @param requirement what the scheme says of the measure
     * @return the numbers, the simplest first, which failures are made of where they can be; the first eight alone make
     *     half of the books. Unless overridden, whole, broken, negative, tiny and huge ones, as far as the requirement
     *     accepts them
     */
    default List<Double> values(Requirement requirement) {
        return Values.of(requirement);
    }

    /**
     * Gives the texts that an attribute is tried with. Clients without a text are added to them.
     *
     * @param attribute the name of the attribute
     * @return the texts, the simplest first; unless overridden, some words, an empty and a blank text
     */
    default List<String> texts(String attribute) {
        return List.of("yes", "no", "other", "", " ");
    }

    /**
     * Gives the book that the scheme is tried on, so that it can be tried on another kind of book too.
     *
     * @param measures the measures of the book
     * @param attributes the names of its texts
     * @param clients its clients, all with different ids
     * @return unless overridden, a plain book in memory, which sorts and adds up exactly
     */
    default ClientBook book(List<Measure> measures, List<String> attributes, List<Client> clients) {
        return new PlainBook(measures, attributes, clients);
    }

    /**
     * Tests that the order of the clients does not matter.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("any order of the book gives every client the same assignment, to the bit")
    default void orderDoesNotMatter(TestInfo test) {
        Trial trial = new Trial(this, test);
        trial.holds(new FitLaws(trial)::orderDoesNotMatter);
    }

    /**
     * Tests that equal clients are not told apart.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("equal clients are in equal segments")
    default void equalClientsAreInEqualSegments(TestInfo test) {
        Trial trial = new Trial(this, test);
        trial.holds(new PlaceLaws(trial)::equalClientsEqualSegment);
    }

    /**
     * Tests that a better value does no harm, for the measures that {@link #isMonotone} names.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("a better value of one measure never leads to a worse segment")
    default void betterIsNeverWorse(TestInfo test) {
        Trial trial = new Trial(this, test);
        trial.holds(new PlaceLaws(trial)::betterIsNeverWorse);
    }

    /**
     * Tests that an unknown number that matters is not taken for zero, or for any other number, without a word.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("unknown is not zero, nor any other number, without a word")
    default void unknownIsNotZero(TestInfo test) {
        Trial trial = new Trial(this, test);
        new PlaceLaws(trial).unknownIsNoNumber();
    }

    /**
     * Tests that the bits of a {@code NaN} decide nothing.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("an unknown number is the same unknown, whatever the bits of its NaN")
    default void everyNanIsUnknown(TestInfo test) {
        Trial trial = new Trial(this, test);
        trial.holds(new PlaceLaws(trial)::everyNanIsUnknown);
    }

    /**
     * Tests that any book is segmented or refused, also one of nobody, of one client, of equal and of unknown ones; and
     * that somebody came into a segment at all.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("every book is segmented, or refused by an IllegalArgumentException that says why")
    default void everyBookIsSegmentedOrRefused(TestInfo test) {
        Trial trial = new Trial(this, test);
        FitLaws laws = new FitLaws(trial);
        trial.holds(laws::isSegmentedOrRefused);
        laws.somebodyWasPlaced();
    }

    /**
     * Tests that every client is somewhere, and that the counts are right.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("nothing is lost: every client is in one of the scheme's segments or unscored, and the counts add up")
    default void nothingIsLost(TestInfo test) {
        Trial trial = new Trial(this, test);
        trial.holds(new FitLaws(trial)::nothingIsLost);
    }

    /**
     * Tests that a client is placed the same by itself and with its book.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("a client assigned by itself is where it is with the whole book")
    default void oneIsPlacedAsAll(TestInfo test) {
        Trial trial = new Trial(this, test);
        trial.holds(new FitLaws(trial)::oneIsPlacedAsAll);
    }

    /**
     * Tests that learning works with any {@link dev.segmentation.api.Book}, and leaves the book as it is.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("fit asks only what any Book answers, nothing afterwards, and changes nothing")
    default void onlyQuestionsAreAsked(TestInfo test) {
        Trial trial = new Trial(this, test);
        trial.holds(new FitLaws(trial)::onlyQuestionsAreAsked);
    }

    /**
     * Tests that several threads can fit and assign at once.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("several threads get the same answers as one")
    default void threadsGetTheSame(TestInfo test) {
        Trial trial = new Trial(this, test);
        trial.holds(new ThreadLaws(trial)::threadsGetTheSame);
    }

    /**
     * Tests that a segmenter can be sent to another machine.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("a segmenter that was serialized places every client the same")
    default void survivesSerialization(TestInfo test) {
        Trial trial = new Trial(this, test);
        trial.holds(new StoreLaws(trial)::survivesSerialization);
    }

    /**
     * Tests that a segmenter can be stored as plain data, where the scheme supports it.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("a segmenter read from its plain data, where there is any, places every client the same")
    default void survivesPlainData(TestInfo test) {
        Trial trial = new Trial(this, test);
        trial.holds(new StoreLaws(trial)::survivesPlainData);
    }

    /**
     * Tests that the settings that a scheme gives are the ones that it takes.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("a scheme with its own settings set again, or with nothing set, is the same scheme")
    default void settingsAreHonoured(TestInfo test) {
        Trial trial = new Trial(this, test);
        trial.holds(new StoreLaws(trial)::settingsAreHonoured);
    }

    /**
     * Tests that a misspelt setting is not passed over.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("a setting that is not known is refused, with its path")
    default void unknownSettingIsRefused(TestInfo test) {
        Trial trial = new Trial(this, test);
        new StoreLaws(trial).unknownSettingIsRefused();
    }

    /**
     * Tests that chance and memory decide nothing.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("the same book segmented twice gives the same")
    default void fittingTwiceGivesTheSame(TestInfo test) {
        Trial trial = new Trial(this, test);
        trial.holds(new FitLaws(trial)::fittingTwiceGivesTheSame);
    }

    /**
     * Tests that every client's place is explained.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("every assignment has reasons, each with a code and a text")
    default void thereAreReasons(TestInfo test) {
        Trial trial = new Trial(this, test);
        trial.holds(new PlaceLaws(trial)::thereAreReasons);
    }

    /**
     * Tests that the catalogue takes the id.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("the id is small letters and digits with single dots and hyphens, with a dot unless built in")
    default void idIsLegal(TestInfo test) {
        new DeclarationLaws(new Trial(this, test)).idIsLegal();
    }

    /**
     * Tests the list of segments.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("there is at least one segment, and they have the orders 1, 2, 3 … and different names")
    default void segmentsAreInOrder(TestInfo test) {
        new DeclarationLaws(new Trial(this, test)).segmentsAreInOrder();
    }

    /**
     * Tests the lists of measures and texts.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("no measure and no text is asked for twice")
    default void nothingIsAskedForTwice(TestInfo test) {
        new DeclarationLaws(new Trial(this, test)).nothingIsAskedForTwice();
    }

    /**
     * Tests that a segmenter belongs to its scheme.
     *
     * @param test its name says the law
     */
    @Test
    @DisplayName("a segmenter has the id and the segments of its scheme")
    default void segmenterSaysTheSame(TestInfo test) {
        Trial trial = new Trial(this, test);
        trial.holds(new DeclarationLaws(trial)::segmenterSaysTheSame);
    }
}
