package dev.segmentation.shell.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as tables show them: whole ones whole, else six digits that count, at most two behind the point from 1 on. */
final class ShownNumber {

    private static final int DIGITS = 6;
    private static final double MOST_PLAIN = 1e12;
    private static final double LEAST_PLAIN = 1e-4;
    private static final double MOST_READ = 1e15;

    /** Below it are years. */
    private static final double LEAST_GROUPED = 1e4;

    private ShownNumber() {}

    /** Gives {@code 12,345.6} of 12345.5678, {@code 1234.57} of 1234.5678; nothing of {@code NaN}. */
    static String of(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        double size = Math.abs(value);
        if (size != 0 && !(size < MOST_PLAIN && size >= LEAST_PLAIN)) {
            return Double.isInfinite(value) ? Double.toString(value) : String.format(Locale.ROOT, "%.3g", value);
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        int digits = Math.max(DIGITS, exact.precision() - exact.scale());
        BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int decimals = size >= 1 ? Math.min(2, rounded.scale()) : rounded.scale();
        BigDecimal stripped =
                rounded.setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN).stripTrailingZeros();
        String grouping = size < LEAST_GROUPED ? "" : ",";
        return String.format(Locale.ROOT, "%" + grouping + "." + Math.max(0, stripped.scale()) + "f", stripped);
    }

    /** Gives {@code 1,234.50} of 1234.5, and {@code 1.00e+300} of what has too many digits to be read; nothing of NaN. */
    static String amount(double amount) {
        if (Double.isNaN(amount) || Double.isInfinite(amount)) {
            return Double.isNaN(amount) ? "" : Double.toString(amount);
        }
        return String.format(Locale.ROOT, Math.abs(amount) < MOST_READ ? "%,.2f" : "%.2e", amount);
    }

    static String of(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Gives {@code 12.50%} of 0.125; nothing of what is no share. */
    static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.2f%%", 100 * share) : "";
    }

    /** Gives a probability: three digits that count, and the least that is worth telling apart. */
    static String probability(double p) {
        if (p < 1e-4) {
            return "<0.0001";
        }
        return BigDecimal.valueOf(p).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
    }
}
