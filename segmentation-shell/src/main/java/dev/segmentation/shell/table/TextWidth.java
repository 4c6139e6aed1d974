package dev.segmentation.shell.table;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How many columns of a terminal a text takes: East Asian wide letters and pictures take two, marks that sit on a letter none.
 *
 * <p>By script and block, as "East Asian Width", Unicode Standard Annex 11, has them but for rare signs.
 */
final class TextWidth {

    private static final Set<UnicodeScript> WIDE = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.YI,
            UnicodeScript.TANGUT,
            UnicodeScript.NUSHU,
            UnicodeScript.KHITAN_SMALL_SCRIPT);

    private static final String CUT = "…";

    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    private static int of(int c) {
        if (c < 0x300) {
            return 1; // most texts: no look into the tables of Unicode
        }
        int type = Character.getType(c);
        boolean isMark = type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || (c >= 0x1160 && c <= 0x11FF); // vowels and ends of Hangul syllables
        if (isMark) {
            return 0;
        }
        boolean isHalf = c >= 0xFF61 && c <= 0xFFDC;
        boolean isWide = WIDE.contains(UnicodeScript.of(c))
                || (c >= 0x3000 && c <= 0x33FF && c != 0x303F)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF01 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1F64F)
                || (c >= 0x1F680 && c <= 0x1F6FF)
                || (c >= 0x1F900 && c <= 0x1FAFF);
        return isWide && !isHalf ? 2 : 1;
    }

    /** Gives the text, cut with an ellipsis where it takes more columns than that. */
    static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        return text.substring(0, fitting(text, columns - 1)) + CUT;
    }

    /** Gives how many characters from the start fit. */
    private static int fitting(String text, int columns) {
        int taken = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            taken += of(c);
            if (taken > columns) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /** Gives the text in lines between words; a word that is longer than a line is broken. */
    static List<String> wrapped(String text, int columns) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (of(rest) > columns) {
            int end = Math.max(fitting(rest, columns), Character.charCount(rest.codePointAt(0)));
            int blank = rest.lastIndexOf(' ', end);
            int cut = blank > 0 ? blank : end;
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** Gives the text without what a terminal would obey. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(isObeyed(c) ? '\uFFFD' : c));
        return plain.toString();
    }

    /** Control characters, and those that turn the direction of the text behind them. */
    private static boolean isObeyed(int c) {
        return Character.isISOControl(c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
