package dev.segmentation.core.analysis;

/** Names as they stand in a {@code toString} of less than 80 characters. */
final class ShortName {

    private static final int MOST_CHARACTERS = 32;

    private ShortName() {}

    static String of(Object name) {
        String text = name.toString();
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - 1) + "…";
    }
}
