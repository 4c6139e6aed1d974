package dev.segmentation.shell.report;

import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as the page writes them; what is not known is a dash. */
final class Figures {

    private static final String UNKNOWN = "–";

    private Figures() {}

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Writes a number of things: {@code 1 client}, {@code 12 clients}. */
    static String count(long count, String thing) {
        return count(count) + " " + thing + (count == 1 ? "" : "s");
    }

    static String amount(double amount) {
        return decimal(amount, 2);
    }

    static String decimal(double number, int decimals) {
        return Double.isNaN(number) ? UNKNOWN : format("%,." + decimals + "f", number);
    }

    /** Writes a number; one that is rounded to nothing has no sign. */
    private static String format(String format, double number) {
        String written = String.format(Locale.ROOT, format, number);
        return number > 0 || Pattern.compile("[1-9I]").matcher(written).find() ? written : written.replace("-", "");
    }

    /** Writes a share with two decimals, as the command line does: {@code 10.08 %}. */
    static String percent(double share) {
        return Double.isNaN(share) ? UNKNOWN : format("%.2f\u00A0%%", 100 * share);
    }

    /** Writes a share for a sentence: {@code 19 %}, and {@code 0.4 %} where it is below one percent. */
    static String roundPercent(double share) {
        if (Double.isNaN(share)) {
            return UNKNOWN;
        }
        boolean isSmall = share > 0 && share < 0.00995;
        return format(isSmall ? "%.1f\u00A0%%" : "%.0f\u00A0%%", 100 * share);
    }

    /** Writes a number of an axis, with as many decimals as its steps have. */
    static String tick(double value, double step) {
        if (step >= 1e5 && Math.abs(value) >= 1e6) {
            return String.format(Locale.ROOT, step >= 1e6 ? "%,.0f M" : "%,.1f M", value / 1e6);
        }
        if (step < 1e-6) {
            return String.format(Locale.ROOT, "%.2g", value);
        }
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        return String.format(Locale.ROOT, "%,." + decimals + "f", value == 0 ? 0.0 : value);
    }
}
