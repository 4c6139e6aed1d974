package dev.segmentation.shell.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

    /** What is read fast is what is read with care, to the bit, and as much in doubt. */
    @Property
    void plainNumbersAreThoseThatAreParsed(@ForAll("numberLike") String text) {
        for (Numbers numbers : List.of(Numbers.assumed(), Numbers.of(Locale.GERMANY))) {
            double plain = numbers.plain(("," + text + ",").toCharArray(), 1, 1 + text.length());
            OptionalDouble parsed = numbers.parse(text);
            if (!Double.isNaN(plain)) {
                assertEquals(Double.doubleToRawLongBits(parsed.orElseThrow()), Double.doubleToRawLongBits(plain), text);
                PointDoubt doubt = new PointDoubt();
                PointDoubt plainDoubt = new PointDoubt();
                doubt.see(text);
                plainDoubt.seePlain(("," + text + ",").toCharArray(), 1, 1 + text.length());
                assertTrue(numbers != Numbers.assumed() || doubt.remains() == plainDoubt.remains(), text);
            }
        }
    }

    @Provide
    Arbitrary<String> numberLike() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("+-.,0123456789e ").ofMaxLength(20),
                Arbitraries.strings().withChars("0123456789.").ofMinLength(1).ofMaxLength(18),
                Arbitraries.bigDecimals().ofScale(3).map(BigDecimal::toPlainString),
                Arbitraries.doubles().map(value -> Double.toString(value)));
    }

    @ParameterizedTest
    @CsvSource({"1234.5,1234.5", "-0.01,-0.01", "+7,7", "5.,5", ".5,0.5", "000000000000123,123", "0.1,0.1"})
    void mostNumbersArePlain(String text, double value) {
        assertEquals(value, Numbers.assumed().plain(text.toCharArray(), 0, text.length()));
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
