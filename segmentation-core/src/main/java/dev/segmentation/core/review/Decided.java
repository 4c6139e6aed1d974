package dev.segmentation.core.review;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Decision;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Segment;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where a client is other than by the rule, what decided, and the reason that says so. */
record Decided(Segment segment, Decision decision, ArrayList<Reason> reasons) implements Serializable {

    static Decided byOverride(Segment segment, LedgerEntry entry, Segment ruled) {
        Reason why = new Reason(
                "decided.override",
                List.of(entry.author(), entry.reason(), entry.from().toString(), ruled.name()),
                "decided by " + entry.author() + ": " + entry.reason() + "; the rule says " + ruled);
        return new Decided(segment, Decision.OVERRIDE, new ArrayList<>(List.of(why)));
    }

    static Decided byHold(Segment segment, Control control, Segment ruled) {
        Reason why = new Reason(
                "decided.hold",
                List.of(control.name().toLowerCase(Locale.ROOT), ruled.name()),
                switch (control) {
                    case BAND -> "held: too near to the cut; the rule says " + ruled;
                    case STEP -> "held: one segment at a time; the rule says " + ruled;
                    case TRANSITION -> "held: such a move is proposed, not made; the rule says " + ruled;
                    case TIME -> "held: not long enough in its segment; the rule says " + ruled;
                    case BUDGET -> "held: other moves are more certain; the rule says " + ruled;
                });
        return new Decided(segment, Decision.HOLD, new ArrayList<>(List.of(why)));
    }

    /** Gives the client's assignment by the rule, decided otherwise. */
    Assignment applied(Assignment ruled) {
        List<Reason> all = new ArrayList<>(reasons);
        all.addAll(ruled.reasons());
        Assignment decided =
                Assignment.of(ruled.clientId(), segment).withReasons(all).withDecidedBy(decision);
        return ruled.score().map(decided::withScore).orElse(decided);
    }
}
