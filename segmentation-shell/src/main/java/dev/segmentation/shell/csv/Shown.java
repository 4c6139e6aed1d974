package dev.segmentation.shell.csv;

/** What of a text is shown in a message: not more than a line, and nothing that a terminal would obey. */
final class Shown {

    private static final int MOST_CHARACTERS = 60;

    private Shown() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(MOST_CHARACTERS)
                .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
        return text.codePointCount(0, text.length()) > MOST_CHARACTERS ? shown + "…" : shown.toString();
    }
}
