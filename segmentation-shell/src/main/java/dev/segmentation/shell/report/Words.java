package dev.segmentation.shell.report;

/** Names of settings and measures as words of a sentence. */
final class Words {

    private Words() {}

    /** Gives {@code future revenue} of {@code future_revenue}. */
    static String of(String name) {
        return name.replace('_', ' ');
    }

    /** Gives the text with a capital letter. */
    static String sentence(String text) {
        return text.isEmpty()
                ? text
                : new StringBuilder()
                        .appendCodePoint(Character.toTitleCase(text.codePointAt(0)))
                        .append(text, Character.charCount(text.codePointAt(0)), text.length())
                        .toString();
    }
}
