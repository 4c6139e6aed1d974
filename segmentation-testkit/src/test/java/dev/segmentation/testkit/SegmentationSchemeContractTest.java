package dev.segmentation.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.segmentation.api.SegmentationScheme;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs the contract on schemes that are wrong in one way each: the test of that way must fail, and no other. */
class SegmentationSchemeContractTest {

    private static final int NO_BOOK = -1;

    /**
     * A wrong scheme.
     *
     * @param scheme the scheme
     * @param mostClients how many clients the book that shows it may have
     * @param failing the tests that must fail
     */
    record Wrong(SegmentationScheme scheme, int mostClients, Set<String> failing) {

        Wrong(SegmentationScheme scheme, int mostClients, String... failing) {
            this(scheme, mostClients, Set.of(failing));
        }

        @Override
        public String toString() {
            return scheme.getClass().getSimpleName();
        }
    }

    static Stream<Wrong> wrongSchemes() {
        return Stream.of(
                new Wrong(new WrongSchemes.TheFirstClientDecides(), 2, "orderDoesNotMatter"),
                new Wrong(new WrongSchemes.TheIdBreaksTies(), 2, "equalClientsAreInEqualSegments"),
                new Wrong(new WrongSchemes.TheZerosDiffer(), 1, "equalClientsAreInEqualSegments"),
                new Wrong(new WrongSchemes.TooMuchIsBad(), 1, "betterIsNeverWorse"),
                new Wrong(new WrongSchemes.UnknownIsZero(), 1, "unknownIsNotZero"),
                new Wrong(new WrongSchemes.UnknownIsCompared(), 1, "unknownIsNotZero"),
                new Wrong(new WrongSchemes.TheBitsOfNanDecide(), 1, "everyNanIsUnknown"),
                new Wrong(new WrongSchemes.NobodyIsUnexpected(), 0, "everyBookIsSegmentedOrRefused"),
                new Wrong(new WrongSchemes.RefusesWithoutAWord(), 1, "everyBookIsSegmentedOrRefused"),
                new Wrong(new WrongSchemes.RefusesEveryBook(), NO_BOOK, "everyBookIsSegmentedOrRefused"),
                new Wrong(new WrongSchemes.JudgesNobody(), NO_BOOK, "everyBookIsSegmentedOrRefused"),
                new Wrong(new WrongSchemes.InventsASegment(), 1, "nothingIsLost"),
                new Wrong(new WrongSchemes.MiscountsTheLoyal(), 0, "nothingIsLost"),
                new Wrong(new WrongSchemes.TheBatchDiffers(), 2, "oneIsPlacedAsAll"),
                new Wrong(new WrongSchemes.TheScoreDiffers(), 2, "oneIsPlacedAsAll"),
                new Wrong(new WrongSchemes.TheAttentionDiffers(), 2, "oneIsPlacedAsAll"),
                new Wrong(new WrongSchemes.CastsTheBook(), 0, "onlyQuestionsAreAsked"),
                new Wrong(new WrongSchemes.AsksTheBookLater(), 1, "onlyQuestionsAreAsked", "survivesSerialization"),
                new Wrong(new WrongSchemes.SharesAScratchpad(), 12, "threadsGetTheSame"),
                new Wrong(new WrongSchemes.HoldsWhatCannotBeWritten(), 0, "survivesSerialization"),
                new Wrong(new WrongSchemes.ForgetsWhenWritten(), 2, "survivesSerialization"),
                new Wrong(new WrongSchemes.StoresWholeYears(), 2, "survivesPlainData"),
                new Wrong(new WrongSchemes.ReadsOtherKeysThanItWrites(), 0, "survivesPlainData"),
                new Wrong(new WrongSchemes.ForgetsItsSetting(), 2, "settingsAreHonoured"),
                new Wrong(new WrongSchemes.RefusesItsOwnSettings(), 0, "settingsAreHonoured"),
                new Wrong(new WrongSchemes.TakesAnySetting(), NO_BOOK, "unknownSettingIsRefused"),
                new Wrong(new WrongSchemes.RemembersABook(), 2, "fittingTwiceGivesTheSame"),
                new Wrong(new WrongSchemes.GivesNoReasons(), 1, "thereAreReasons"),
                new Wrong(new WrongSchemes.GivesEmptyReasons(), 1, "thereAreReasons"),
                new Wrong(new WrongSchemes.LeavesUnscoredWithoutReason(), 1, "thereAreReasons"),
                new Wrong(new WrongSchemes.HasAnIllegalId(), NO_BOOK, "idIsLegal"),
                new Wrong(new WrongSchemes.SkipsAnOrder(), NO_BOOK, "segmentsAreInOrder"),
                new Wrong(new WrongSchemes.UsesANameTwice(), NO_BOOK, "segmentsAreInOrder"),
                new Wrong(new WrongSchemes.AsksTwice(), NO_BOOK, "nothingIsAskedForTwice"),
                new Wrong(new WrongSchemes.SignsForAnother(), 0, "segmenterSaysTheSame"));
    }

    /** What the author of a scheme writes; the scheme is put in before each run. */
    static class Suite implements SegmentationSchemeContract {

        static SegmentationScheme tested = new LoyalScheme();

        @Override
        public SegmentationScheme scheme() {
            return tested;
        }
    }

    @ParameterizedTest
    @MethodSource("wrongSchemes")
    void theTestOfThatWayFailsAndNoOther(Wrong wrong) {
        Map<String, String> messages = failures(wrong.scheme);
        assertEquals(wrong.failing, messages.keySet(), messages::toString);
        messages.forEach((test, message) -> {
            assertTrue(message.startsWith("The contract: " + displayName(test) + ".\nBroken by "), message);
            Matcher book = Pattern.compile("of (\\d+) clients?:\n").matcher(message);
            int clients = book.find() ? Integer.parseInt(book.group(1)) : NO_BOOK;
            assertTrue(clients <= wrong.mostClients, message);
            assertEquals(wrong.mostClients == NO_BOOK, clients == NO_BOOK, message);
        });
    }

    @Test
    void aRightSchemePassesAll() {
        assertEquals(Map.of(), failures(new LoyalScheme()));
        assertEquals(Map.of(), failures(new LoyalScheme(0.1)));
    }

    @Test
    void everyTestOfTheContractHasASchemeThatBreaksIt() {
        Set<String> tests = Arrays.stream(SegmentationSchemeContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> broken =
                wrongSchemes().flatMap(wrong -> wrong.failing.stream()).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(tests, broken);
    }

    @Test
    void aFailureSaysTheContractAndShowsTheSmallestBook() {
        assertEquals("""
                The contract: equal clients are in equal segments.
                Broken by acme.loyal: clients c1 and c2 are equal, but in New and Loyal
                The smallest book found that shows it (from book 4 of 107), of 2 clients:
                  id  years
                  c1  0.0
                  c2  0.0""", failures(new WrongSchemes.TheIdBreaksTies()).get("equalClientsAreInEqualSegments"));
    }

    /** Gives what the failed tests said, by the names of their methods. */
    private static Map<String, String> failures(SegmentationScheme scheme) {
        Suite.tested = scheme;
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Suite.class))
                .execute()
                .testEvents();
        Map<String, String> messages = new TreeMap<>();
        tests.failed().stream().forEach(event -> messages.put(method(event), message(event)));
        return messages;
    }

    private static String method(Event event) {
        return event.getTestDescriptor().getLegacyReportingName().replaceAll("\\(.*", "");
    }

    private static String message(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(failure -> failure.getMessage() == null ? failure.toString() : failure.getMessage())
                .orElse("");
    }

    private static String displayName(String test) {
        return Arrays.stream(SegmentationSchemeContract.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(test))
                .map(method -> method.getAnnotation(DisplayName.class).value())
                .findFirst()
                .orElseThrow();
    }
}
