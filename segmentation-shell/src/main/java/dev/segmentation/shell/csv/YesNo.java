package dev.segmentation.shell.csv;

import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Answers as they stand in client files: {@code yes} and {@code no} in a word, or as a number. */
final class YesNo {

    /** Asked with yes or no by the methods they come from, though a scheme may be set to grades of them. */
    private static final Set<Measure> ANSWERS = Set.of(
            Measure.ENGAGED,
            Measure.NEEDS,
            Measure.WANTS,
            Measure.VALUES,
            Measure.EXPECTED_IDEAL,
            Measure.CROSS_SELL,
            Measure.REFERRALS);

    private YesNo() {}

    static boolean isAsked(Requirement requirement) {
        return isOneOrZero(requirement) || ANSWERS.contains(requirement.measure());
    }

    private static boolean isOneOrZero(Requirement requirement) {
        return requirement.wholeOnly() && requirement.least() == 0 && requirement.most() == 1;
    }

    /** Says in words of answers what a value must be, where it is not. */
    static Optional<String> refusal(Requirement requirement, double value) {
        return requirement.refusal(value).map(must -> isOneOrZero(requirement) ? "must be yes or no" : must);
    }

    /** Gives 1 or 0 for a word, else what the form of the numbers gives. */
    static OptionalDouble parse(String text, Numbers numbers) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true" -> OptionalDouble.of(1);
            case "no", "n", "false" -> OptionalDouble.of(0);
            default -> numbers.parse(text);
        };
    }
}
