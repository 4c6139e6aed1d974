package dev.segmentation.shell.csv;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would run: texts that begin with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a carriage
 * return.
 *
 * <p>An apostrophe before such a text makes a spreadsheet take it as text. It is put there when a file is written, and taken
 * away when one is read, so that an id is the same in both. Numbers stay as they are.
 *
 * <p>Source: "CSV Injection", Open Worldwide Application Security Project.
 */
final class Formulas {

    /** Digits, signs that stand in numbers of any locale, and no operator: nothing that could be run. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?+[.,]?+\\d[\\d.,'\u2019 \u00A0\u202F]*+([eE][+-]?+\\d++)?+ ?+%?+");

    private Formulas() {}

    /** Gives the text as it is written. */
    static String guarded(String text) {
        return isRun(text) ? "'" + text : text;
    }

    /** Gives the text that was meant. */
    static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && begins(cell.charAt(1)) ? cell.substring(1) : cell;
    }

    /** Gives cells as they are written. */
    static List<String> written(List<String> cells, boolean keepFormulas) {
        return keepFormulas ? cells : cells.stream().map(Formulas::guarded).toList();
    }

    /** Says whether a spreadsheet would run a text. */
    static boolean isRun(String text) {
        return !text.isEmpty()
                && begins(text.charAt(0))
                && !NUMBER.matcher(text).matches();
    }

    /** Says whether a text that begins so may be one that is run. */
    static boolean begins(char first) {
        return switch (first) {
            case '=', '+', '-', '@', '\t', '\r' -> true;
            default -> false;
        };
    }
}
