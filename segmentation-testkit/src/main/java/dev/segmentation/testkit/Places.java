package dev.segmentation.testkit;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Score;
import java.util.List;
import java.util.Optional;

/** Compares assignments to the bit, and says in words where they differ. */
final class Places {

    private Places() {}

    /** Says how two assignments differ, such as {@code in Gold, but in Silver}, or nothing where they are the same. */
    static Optional<String> difference(Assignment one, Assignment other) {
        if (!one.clientId().equals(other.clientId())) {
            return Optional.of("assigned under the id " + one.clientId() + ", but " + other.clientId());
        }
        if (!one.segment().equals(other.segment())) {
            return Optional.of("in " + one.segment() + ", but in " + other.segment());
        }
        if (!bits(one.score()).equals(bits(other.score()))) {
            return Optional.of("of score " + shown(one.score()) + ", but of " + shown(other.score()));
        }
        if (!one.reasons().equals(other.reasons())) {
            return Optional.of("there for the reasons " + one.reasons() + ", but " + other.reasons());
        }
        if (one.decidedBy() != other.decidedBy()) {
            return Optional.of("decided by " + one.decidedBy() + ", but by " + other.decidedBy());
        }
        return Optional.empty();
    }

    /** Gives the parts of a score, whatever its class thinks equality is; boxed numbers are equal by their bits. */
    private static List<Object> bits(Optional<Score> score) {
        return score.<List<Object>>map(own -> List.of(own.value(), own.scale(), List.copyOf(own.contributions())))
                .orElse(List.of());
    }

    private static String shown(Optional<Score> score) {
        return score.map(own -> own.value() + " made of " + own.contributions()).orElse("none");
    }
}
