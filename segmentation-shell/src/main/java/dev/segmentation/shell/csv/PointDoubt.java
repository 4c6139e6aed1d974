package dev.segmentation.shell.csv;

import java.util.regex.Pattern;

/**
 * Whether the points in a column may be thousands separators: {@code 1.234} alone does not say.
 *
 * <p>They may if each number with a point has one to three digits before it and three behind it, and no number without a point
 * has more than three digits. A builder: it is shown the texts one by one.
 */
final class PointDoubt {

    private static final Pattern MAY_BE_THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2}(\\.\\d{3})+");
    private static final Pattern SHORT = Pattern.compile("[+-]?\\d{0,3}");

    /** How many digits stand together. */
    private static final int THOUSAND = 3;

    private boolean isSettled;
    private boolean hasPoint;

    void see(String text) {
        if (isSettled) {
            return;
        }
        String stripped = text.strip();
        boolean isPointed = stripped.indexOf('.') >= 0;
        hasPoint |= isPointed;
        isSettled = !(isPointed ? MAY_BE_THOUSANDS : SHORT).matcher(stripped).matches();
    }

    /** Sees a number that {@link Numbers#plain} takes. */
    void seePlain(char[] chars, int from, int to) {
        if (isSettled) {
            return;
        }
        int first = chars[from] == '-' || chars[from] == '+' ? from + 1 : from;
        int point = first;
        while (point < to && chars[point] != '.') {
            point++;
        }
        boolean isPointed = point < to;
        int before = point - first;
        hasPoint |= isPointed;
        isSettled = isPointed
                ? before < 1 || before > THOUSAND || chars[first] == '0' || to - point - 1 != THOUSAND
                : before > THOUSAND;
    }

    /** Sees what another saw. */
    void see(PointDoubt other) {
        isSettled |= other.isSettled;
        hasPoint |= other.hasPoint;
    }

    boolean remains() {
        return hasPoint && !isSettled;
    }
}
