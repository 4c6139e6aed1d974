package dev.segmentation.core.scoring;

import dev.segmentation.api.Client;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Says in words which grades a client got, and for want of what it got none. */
final class GradeReasons {

    private static final List<String> LEVELS = List.of("below average", "average", "above average");

    private GradeReasons() {}

    static Reason unknown(GradeSource source, Client client) {
        String name = source.name();
        if (!Double.isNaN(source.raw(client))) {
            return new Reason(
                    "value.incomparable",
                    List.of(name),
                    words(name) + " cannot be graded, as the book knows it of nobody");
        }
        return Reason.unknown(name);
    }

    /** Gives a reason a part, the one farthest from the middle in front, by weight; equal ones in the given order. */
    static List<Reason> of(Score score, Scale scale, FittedCriterion[] criteria, Client client) {
        Comparator<Score.Contribution> byEffect =
                Comparator.comparingDouble(part -> -Math.abs((part.grade() - scale.middle()) * part.weight()));
        List<Reason> reasons = new ArrayList<>();
        score.contributions().stream().sorted(byEffect).forEachOrdered(part -> {
            FittedCriterion criterion = Arrays.stream(criteria)
                    .filter(own -> own.source().name().equals(part.criterion()))
                    .findFirst()
                    .orElseThrow();
            reasons.add(graded(part, scale, criterion.source(), client));
        });
        for (FittedCriterion criterion : criteria) {
            if (criterion.source().isConstant()) {
                String name = criterion.source().name();
                reasons.add(new Reason(
                        "criterion.constant",
                        List.of(name),
                        words(name) + " is the same for the whole book, and tells nobody apart"));
            }
        }
        return reasons;
    }

    private static Reason graded(Score.Contribution part, Scale scale, GradeSource source, Client client) {
        double effect = part.grade() - scale.middle();
        String grade = Scale.text(part.grade());
        String words = words(part.criterion());
        String text = client.attribute(part.criterion())
                .filter(any -> source instanceof AttributeSource)
                .map(any -> "'" + any + "' ")
                .orElse("");
        String level = scale.equals(Scale.ONE_TO_THREE) && text.isEmpty() ? level(part, source) : text;
        return new Reason(
                effect > 0 ? "criterion.helped" : effect < 0 ? "criterion.hurt" : "criterion.neutral",
                List.of(part.criterion(), grade, scale.toString(), Double.toString(part.contribution())),
                words + " " + level + "(grade " + grade + " on " + scale + ")");
    }

    /** Says where the value lies, which is the other way round where less is better. */
    private static String level(Score.Contribution part, GradeSource source) {
        if (Double.isNaN(part.raw())) {
            return "unknown ";
        }
        int grade = (int) Math.rint(part.grade());
        return LEVELS.get(source.isLessBetter() ? LEVELS.size() - grade : grade - 1) + " ";
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }
}
