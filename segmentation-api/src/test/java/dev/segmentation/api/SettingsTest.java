package dev.segmentation.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SettingsTest {

    /** One key of every kind. */
    private static final Settings ALL = Settings.empty()
            .with("text", "Gold")
            .with("flag", true)
            .with("number", new BigDecimal("0.10"))
            .with("whole", 5)
            .with("endless", Double.POSITIVE_INFINITY)
            .with("choice", Rounding.CEILING)
            .with("measure", "hours")
            .with("own", Map.of("name", "age", "direction", "lower_is_better"))
            .with("measures", List.of("revenue", Map.of("name", "debt", "direction", "LOWER_IS_BETTER")))
            .with("group", Map.of("inner", 1))
            .with("groups", List.of(Map.of("a", 1), Map.of("b", "x")))
            .with("texts", List.of("Loyal", "New"))
            .with("reals", new double[] {1.5, Double.NaN})
            .with("shares", List.of(0.1, "25%", "1/3"))
            .with("nothing", List.of());

    @Test
    void everyKindOfQuestionIsAnswered() {
        assertEquals(Optional.of("Gold"), ALL.text("text"));
        assertEquals(Optional.of(true), ALL.flag("flag"));
        assertEquals(Optional.of(new BigDecimal("0.10")), ALL.number("number"), "as it was written");
        assertEquals(Optional.of(0.1), ALL.real("number"));
        assertEquals(Optional.of(Double.POSITIVE_INFINITY), ALL.real("endless"));
        assertEquals(Optional.of(5), ALL.whole("whole"));
        assertEquals(Optional.of(Rounding.CEILING), ALL.choice("choice", Rounding.class));
        assertEquals(Optional.of(Measure.HOURS), ALL.measure("measure"), "a standard measure has its direction");
        assertEquals(Optional.of(Measure.of("Gold")), ALL.measure("text"), "of another one more is better");
        assertEquals(Optional.of(new Measure("age", Direction.LOWER_IS_BETTER)), ALL.measure("own"));
        assertEquals(
                Optional.of(List.of(Measure.REVENUE, new Measure("debt", Direction.LOWER_IS_BETTER))),
                ALL.measures("measures"));
        assertEquals(Optional.of(1), ALL.group("group").orElseThrow().whole("inner"));
        assertEquals(
                List.of(Settings.of(Map.of("a", 1)), Settings.of(Map.of("b", "x"))),
                ALL.groups("groups").orElseThrow());
        assertEquals(Optional.of(List.of("Loyal", "New")), ALL.texts("texts"));
        assertArrayEquals(new double[] {1.5, Double.NaN}, ALL.reals("reals").orElseThrow());
        assertEquals(Optional.of(List.of(Share.of(1, 10), Share.of(1, 4), Share.of(1, 3))), ALL.shares("shares"));
        assertEquals(Optional.of(List.of()), ALL.texts("nothing"));
        assertEquals(0, ALL.reals("nothing").orElseThrow().length);
    }

    @Test
    void whatIsNotThereIsNothing() {
        Settings none = Settings.empty();
        assertEquals(Optional.empty(), none.text("x"));
        assertEquals(Optional.empty(), none.flag("x"));
        assertEquals(Optional.empty(), none.number("x"));
        assertEquals(Optional.empty(), none.real("x"));
        assertEquals(Optional.empty(), none.whole("x"));
        assertEquals(Optional.empty(), none.choice("x", Rounding.class));
        assertEquals(Optional.empty(), none.measure("x"));
        assertEquals(Optional.empty(), none.measures("x"));
        assertEquals(Optional.empty(), none.group("x"));
        assertEquals(Optional.empty(), none.groups("x"));
        assertEquals(Optional.empty(), none.texts("x"));
        assertEquals(Optional.empty(), none.reals("x"));
        assertEquals(Optional.empty(), none.shares("x"));
        assertFalse(none.has("x"));
        assertFalse(none.isText("x"));
        assertTrue(ALL.has("flag"));
        assertTrue(ALL.isText("text"));
        assertFalse(ALL.isText("flag"));
        assertRefused("x", "setting x must be there, but is not", () -> {
            throw none.lacking("x").get();
        });
    }

    @Test
    void aWrongKindIsRefused() {
        assertRefused("whole", "setting whole must be a text, but was '5'", () -> ALL.text("whole"));
        assertRefused("text", "setting text must be true or false, but was 'Gold'", () -> ALL.flag("text"));
        assertRefused("flag", "setting flag must be a number, but was 'true'", () -> ALL.number("flag"));
        assertRefused("endless", "setting endless must be a number, but was 'Infinity'", () -> ALL.number("endless"));
        assertRefused("text", "setting text must be a number, but was 'Gold'", () -> ALL.real("text"));
        assertRefused("number", "setting number must be a whole number, but was '0.10'", () -> ALL.whole("number"));
        Settings huge = Settings.of(Map.of("whole", 1L << 31));
        assertRefused("whole", "setting whole must be a whole number, but was '2147483648'", () -> huge.whole("whole"));
        assertRefused(
                "text",
                "setting text must be one of floor, nearest, ceiling, but was 'Gold'",
                () -> ALL.choice("text", Rounding.class));
        assertRefused("flag", "setting flag must be the name of a measure, but was 'true'", () -> ALL.measure("flag"));
        assertRefused("text", "setting text must be a group of settings, but was 'Gold'", () -> ALL.group("text"));
        assertRefused("texts", "setting texts must be a group of settings, but was a list", () -> ALL.group("texts"));
        assertRefused("group", "setting group must be a list, but was a group", () -> ALL.groups("group"));
        assertRefused("text", "setting text must be a list, but was 'Gold'", () -> ALL.shares("text"));
    }

    @Test
    void itemsOfListsCountFromNought() {
        Settings mixed = Settings.of(Map.of("list", Arrays.asList("a", 2, Map.of())));
        assertRefused("list[1]", "setting list[1] must be a text, but was '2'", () -> mixed.texts("list"));
        assertRefused("list[0]", "setting list[0] must be a number, but was 'a'", () -> mixed.reals("list"));
        assertRefused(
                "list[0]", "setting list[0] must be a group of settings, but was 'a'", () -> mixed.groups("list"));
        assertRefused(
                "list[1]", "setting list[1] must be the name of a measure, but was '2'", () -> mixed.measures("list"));
        assertRefused(
                "list[0]",
                "setting list[0] is refused: share must be a decimal, percents or a fraction, but was 'a'",
                () -> mixed.shares("list"));
        Settings tooMuch = Settings.of(Map.of("shares", List.of(0.1, 2)));
        assertRefused(
                "shares[1]",
                "setting shares[1] is refused: share must be in (0, 1], but was 2",
                () -> tooMuch.shares("shares"));
    }

    @Test
    void pathsLeadToWhatIsWrong() {
        Settings deep = Settings.of(Map.of(
                "tiers", Map.of("steps", List.of(Map.of("size", 1), Map.of("size", "big", "more", 1)))));
        Settings second =
                deep.group("tiers").orElseThrow().groups("steps").orElseThrow().get(1);
        assertRefused(
                "tiers.steps[1].size",
                "setting tiers.steps[1].size must be a number, but was 'big'",
                () -> second.real("size"));
        assertRefused(
                "tiers.steps[1].more",
                "setting tiers.steps[1].more is not known; known are: size, weight",
                () -> second.allow("size", "weight"));
        assertRefused("tiers.steps[1].weight", "setting tiers.steps[1].weight must be there, but is not", () -> {
            throw second.lacking("weight").get();
        });
        Settings more = second.with("name", List.of(7));
        assertRefused(
                "tiers.steps[1].name[0]",
                "setting tiers.steps[1].name[0] must be a text, but was '7'",
                () -> more.texts("name"));
    }

    @Test
    void aMeasureInAGroupIsCheckedToo() {
        Settings settings = Settings.empty()
                .with("blank", " ")
                .with("half", Map.of("name", "age"))
                .with("odd", Map.of("name", "age", "direction", "up"))
                .with("much", Map.of("name", "age", "direction", "higher_is_better", "unit", "year"));
        assertRefused(
                "blank",
                "setting blank is refused: the name of a measure must have a letter and no blanks at its ends, but was ' '",
                () -> settings.measure("blank"));
        assertRefused(
                "half.direction", "setting half.direction must be there, but is not", () -> settings.measure("half"));
        assertRefused(
                "odd.direction",
                "setting odd.direction must be one of higher_is_better, lower_is_better, but was 'up'",
                () -> settings.measure("odd"));
        assertRefused(
                "much.unit",
                "setting much.unit is not known; known are: name, direction",
                () -> settings.measure("much"));
        Measure debt = new Measure("debt", Direction.LOWER_IS_BETTER);
        for (Measure measure : List.of(Measure.HOURS, Measure.of("age"), debt)) {
            Settings own = Settings.empty().with("m", measure);
            assertEquals(Optional.of(measure), own.measure("m"));
            assertEquals(measure.equals(debt), !own.isText("m"), "by its name where that says all");
        }
    }

    @Test
    void unknownKeysAreRefusedAndTheKnownListed() {
        Settings settings = Settings.of(Map.of("year", 5));
        assertSame(settings, settings.allow("year", "names"));
        assertRefused(
                "year", "setting year is not known; known are: years, names", () -> settings.allow("years", "names"));
        assertRefused("year", "setting year is not known; nothing can be set here", settings::allow);
    }

    @Test
    void whatMakesAValueIsToldThePath() {
        Settings settings = Settings.of(Map.of("tiers", Map.of("years", -1)));
        Settings tiers = settings.group("tiers").orElseThrow();
        assertEquals("made", tiers.checked("years", () -> "made"));
        assertRefused(
                "tiers.years",
                "setting tiers.years is refused: too few",
                () -> tiers.checked("years", () -> {
                    throw new IllegalArgumentException("too few");
                }));
        assertRefused(
                "tiers.years",
                "setting tiers.years must be a text, but was '-1'",
                () -> settings.checked("tiers", () -> tiers.text("years")));
        assertThrows(
                IllegalStateException.class,
                () -> settings.checked("tiers", () -> {
                    throw new IllegalStateException("not about a setting");
                }));
    }

    @Test
    void otherKindsOfValuesAreRefused() {
        String must = " must be a text, a number, true or false, a list or a group, but was ";
        assertRefused("a", "setting a" + must + "Object", () -> Settings.of(Map.of("a", new Object())));
        assertRefused("a[1]", "setting a[1]" + must + "null", () -> Settings.of(Map.of("a", Arrays.asList("x", null))));
        assertRefused(
                "a.b",
                "setting a.b" + must + "null",
                () -> Settings.of(Map.of("a", Collections.singletonMap("b", null))));
        assertRefused("b", "setting b" + must + "int[]", () -> ALL.with("b", new int[] {1}));
        for (String number : List.of("1e400", "1e999999999", "1e-401", "1e-999999999")) {
            assertRefused(
                    "a",
                    "setting a must have at most 400 digits on each side of the point",
                    () -> Settings.of(Map.of("a", new BigDecimal(number))));
        }
    }

    @Test
    void numbersOfAllKindsAreExact() {
        Settings settings = Settings.empty()
                .with("byte", (byte) 1)
                .with("long", Long.MAX_VALUE)
                .with("big", BigInteger.TEN.pow(30))
                .with("float", 0.1f)
                .with("double", 0.1)
                .with("small", 4.9e-324)
                .with("great", Double.MAX_VALUE);
        assertEquals(Optional.of(1), settings.whole("byte"));
        assertEquals(Optional.of(BigDecimal.valueOf(Long.MAX_VALUE)), settings.number("long"));
        assertEquals(Optional.of(new BigDecimal(BigInteger.TEN.pow(30))), settings.number("big"));
        assertEquals(Optional.of(new BigDecimal("0.1")), settings.number("float"));
        assertEquals(Optional.of(new BigDecimal("0.1")), settings.number("double"));
        assertEquals(Optional.of(4.9e-324), settings.real("small"));
        assertEquals(Optional.of(Double.MAX_VALUE), settings.real("great"));
    }

    @Test
    void equalSettingsAreEqual() {
        Map<String, Object> turned = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>(ALL.keys());
        Collections.reverse(keys);
        keys.forEach(key -> turned.put(key, ALL.toMap().getOrDefault(key, "")));
        assertEquals(ALL, Settings.of(turned), "the order of keys does not matter");
        assertEquals(ALL.hashCode(), Settings.of(turned).hashCode());
        assertEquals(
                Settings.of(Map.of("inner", 1)), ALL.group("group").orElseThrow(), "nor does the place in the whole");
        assertEquals(Settings.of(Map.of("a", 1)), Settings.of(Map.of("a", 1.0)), "nor how a number was made");
        assertNotEquals(ALL, ALL.with("flag", false));
        assertNotEquals(ALL, ALL.with("more", 1));
        assertEquals(ALL, ALL.with("flag", false).with("flag", true));
        assertEquals(
                "Settings[a, b]", Settings.empty().with("a", 1).with("b", 2).toString());
    }

    @Test
    void theMapHoldsPlainValuesAndCannotBeChanged() {
        Map<String, Object> map = Settings.empty()
                .with("flag", true)
                .with("group", Map.of("list", List.of(Map.of("a", 1), 2.5, Rounding.FLOOR)))
                .toMap();
        assertEquals(
                Map.of(
                        "flag",
                        true,
                        "group",
                        Map.of("list", List.of(Map.of("a", BigDecimal.ONE), new BigDecimal("2.5"), "floor"))),
                map);
        assertThrows(UnsupportedOperationException.class, () -> map.put("x", 1));
        assertThrows(UnsupportedOperationException.class, () -> ALL.keys().clear());
        assertEquals(ALL, Settings.of(ALL.toMap()));
        assertEquals(new ArrayList<>(ALL.keys()), new ArrayList<>(ALL.toMap().keySet()));
    }

    @Test
    void settingsKeepTheirOwnCopy() {
        List<Object> list = new ArrayList<>(List.of("a"));
        Map<String, Object> map = new LinkedHashMap<>(Map.of("list", list));
        Settings settings = Settings.of(map);
        list.add("b");
        map.clear();
        assertEquals(Optional.of(List.of("a")), settings.texts("list"));
        assertEquals(Settings.empty(), Settings.of(Map.of()));
        Settings before = Settings.empty();
        before.with("a", 1);
        assertFalse(before.has("a"));
    }

    @Test
    void settingsCanBeStored() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(ALL);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(ALL, in.readObject());
        }
    }

    private static void assertRefused(String path, String message, Executable question) {
        InvalidSettingsException e = assertThrows(InvalidSettingsException.class, question);
        assertEquals(message, e.getMessage());
        assertEquals(path, e.path());
    }
}
