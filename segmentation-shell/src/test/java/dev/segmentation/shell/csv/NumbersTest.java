package dev.segmentation.shell.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|1.234,56|1234.56", "de|1234,5|1234.5", "de|-1.234.567|-1234567", "de|,5|0.5", "de|+7|7",
                "de|1,5e3|1500", "en|1,234.56|1234.56", "en|1234.5|1234.5", "fr|1\u202F234,5|1234.5",
                        "fr|1 234,5|1234.5",
                "fr|1\u00A0234\u00A0567|1234567", "de-CH|1'234.5|1234.5", "de-CH|1\u2019234.5|1234.5",
                        "pl|1234,5|1234.5"
            })
    void numbersAreThoseOfTheLocale(String locale, String text, double value) {
        assertEquals(
                OptionalDouble.of(value),
                Numbers.of(Locale.forLanguageTag(locale)).parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|1234.5",
                "de|1.23",
                "de|12.3456",
                "de|1.234.56",
                "de|0.123",
                "de|1.234.5678",
                "de|1,234,567",
                "de|1,2.345",
                "en|1234,5",
                "en|12,34,567",
                "en|0,123",
                "fr|1.5",
                "fr|1 234\u00A0567",
                "de|€5",
                "de|.",
                "de|,",
                "de|1e400"
            })
    void whatMayMeanSomethingElseIsRefused(String locale, String text) {
        assertTrue(Numbers.of(Locale.forLanguageTag(locale)).parse(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xx", "fa", "ar-EG", "und"})
    void localesOfOtherDigitsAndUnknownOnesAreRefused(String tag) {
        assertThrows(IllegalArgumentException.class, () -> Numbers.of(Locale.forLanguageTag(tag)));
    }

    @Test
    void numbersAreWrittenAsTheyAreRead() {
        Numbers german = Numbers.of(Locale.GERMANY);
        assertEquals("2,4", german.text(2.4));
        assertEquals(OptionalDouble.of(1.2345e10), german.parse(german.text(1.2345e10)));
        assertEquals("1.234,5", german.example());
        assertEquals("1234.5", Numbers.assumed().example());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234 2.500 12|true",
                "1.234|true",
                "1.234 2.5|false",
                "1.234 1500|false",
                "0.123|false",
                "1.234.567|true",
                "1 2 3|false",
                "1.234 -5.000|true",
                "1.234 ''|true",
                "1234.500|false",
                "|false"
            })
    void pointsThatMayBeThousandsAreDoubted(@Nullable String texts, boolean remains) {
        PointDoubt doubt = new PointDoubt();
        if (texts != null) {
            List.of(texts.split(" ")).forEach(text -> doubt.see(text.equals("''") ? "" : text));
        }
        assertEquals(remains, doubt.remains());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|' /C calc'!A0",
                "+cmd",
                "-2+3",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "-",
                "=",
                "+49 (0) 123",
                "-Infinity"
            })
    void textsThatASpreadsheetWouldRunAreGuardedAndReadBack(String text) {
        assertEquals("'" + text, Formulas.guarded(text));
        assertEquals(text, Formulas.unguarded(Formulas.guarded(text)));
        assertEquals(Formulas.guarded(text), Formulas.guarded(Formulas.guarded(text)), "once is enough");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-5",
                "+5",
                "-1.234,50",
                "-1 234,5",
                "-1e-7",
                "-5%",
                "-.5",
                "a=b",
                "'quoted'",
                "'",
                "O'Neil",
                "'s"
            })
    void numbersAndOtherTextsStayAsTheyAre(String text) {
        assertEquals(text, Formulas.guarded(text));
        assertEquals(text, Formulas.unguarded(text));
    }
}
