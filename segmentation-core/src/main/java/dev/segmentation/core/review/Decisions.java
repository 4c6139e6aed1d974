package dev.segmentation.core.review;

import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Segmenter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides for each client of a book: the rule first, then the controls, then the overrides. Segments by their places. */
final class Decisions {

    /** The place of a client that was not there last time. */
    static final int ABSENT = -1;

    private final Segmentation rule;
    private final List<Segment> segments;
    private final Map<String, Integer> placeOf = new HashMap<>();
    private final LocalDate date;
    private final Stability stability;

    /** Where each client was, where the rule has it, and where it is; unscored is behind the segments. */
    private final int[] before;

    private final int[] ruled;
    private final int[] now;

    /** The control that held each client, or null; and the override that decided. */
    private final @Nullable Control[] heldBy;

    private final Map<Integer, LedgerEntry> decidedBy = new HashMap<>();
    private final List<LedgerEntry> unknownClients = new ArrayList<>();

    Decisions(
            Segmentation rule,
            LocalDate date,
            @Nullable Previous previous,
            OverrideLedger overrides,
            Stability stability) {
        this.rule = rule;
        this.segments = rule.segments();
        this.date = date;
        this.stability = stability;
        this.ruled = new int[rule.size()];
        segments.forEach(segment -> placeOf.put(segment.name(), placeOf.size()));
        placeOf.put(Segment.UNSCORED.name(), segments.size());
        // By identity: a segmentation has few segments, and comparing all their words takes longer than placing a
        // client.
        IdentityHashMap<Segment, Integer> known = new IdentityHashMap<>();
        Arrays.setAll(ruled, row -> known.computeIfAbsent(rule.segment(row), segment -> place(segment.name())));
        this.before = previous == null ? absent(ruled.length) : before(previous);
        this.now = ruled.clone();
        this.heldBy = new Control[ruled.length];
        checkTransitions();
        if (previous != null) {
            hold(previous);
        }
        override(overrides);
    }

    private static int[] absent(int rows) {
        int[] absent = new int[rows];
        Arrays.fill(absent, ABSENT);
        return absent;
    }

    private int[] before(Previous previous) {
        for (String name : previous.segmentNames()) {
            if (!placeOf.containsKey(name)) {
                throw new IllegalArgumentException("last time must have the segments of scheme "
                        + rule.segmenter().schemeId() + ", " + segments + ", but has '" + name
                        + "'; if that is another name of one of them, say which");
            }
        }
        int[] places = new int[rule.size()];
        Arrays.setAll(places, row -> {
            String name = previous.segment(rule.book().client(row).id(), row);
            return name == null ? ABSENT : place(name);
        });
        return places;
    }

    /** Gives the place of a segment by its name; behind all for unscored, and for one that the scheme does not have. */
    int place(String name) {
        return placeOf.getOrDefault(name, segments.size());
    }

    private void checkTransitions() {
        for (String name : stability.transitionNames()) {
            if (place(name) == segments.size()) {
                throw new IllegalArgumentException("a transition must be between segments of scheme "
                        + rule.segmenter().schemeId() + ", " + segments + ", but names '" + name + "'");
            }
        }
    }

    private boolean wouldMove(int row) {
        return before[row] != ABSENT
                && before[row] < segments.size()
                && now[row] < segments.size()
                && now[row] != before[row];
    }

    private void hold(Previous previous) {
        Bands bands = Bands.of(rule, stability);
        List<Integer> moves = new ArrayList<>();
        for (int row = 0; row < now.length; row++) {
            if (!wouldMove(row)) {
                continue;
            }
            if (bands != null) {
                hold(row, bands.target(row, before[row], now[row]), Control.BAND);
            }
            if (stability.isOneStep()) {
                hold(row, Math.max(before[row] - 1, Math.min(now[row], before[row] + 1)), Control.STEP);
            }
            if (now[row] != before[row] && !allows(before[row], now[row])) {
                hold(row, before[row], Control.TRANSITION);
            }
            if (now[row] != before[row] && isTooEarly(row, previous)) {
                hold(row, before[row], Control.TIME);
            }
            if (now[row] != before[row]) {
                moves.add(row);
            }
        }
        if (stability.mostMoves().isPresent()
                && moves.size() > stability.mostMoves().getAsInt()) {
            keepMostCertain(moves, stability.mostMoves().getAsInt());
        }
    }

    private void hold(int row, int target, Control control) {
        if (target != now[row]) {
            now[row] = target;
            heldBy[row] = control;
        }
    }

    private boolean allows(int from, int to) {
        Segmenter segmenter = rule.segmenter();
        return segmenter.allows(segments.get(from), segments.get(to))
                && stability.allows(segments.get(from).name(), segments.get(to).name());
    }

    private boolean isTooEarly(int row, Previous previous) {
        LocalDate since = previous.since(rule.book().client(row).id());
        return since.plusMonths(stability.minimumMonths()).isAfter(date);
    }

    /** Holds all but the most certain moves; equally certain ones are all made or all held, so that none is by chance. */
    private void keepMostCertain(List<Integer> moves, int most) {
        Map<Integer, Long> certainty = new HashMap<>();
        moves.forEach(row -> certainty.put(row, placesBeyondCut(row)));
        moves.sort(Comparator.comparing((Integer row) -> certainty.getOrDefault(row, 0L))
                .reversed());
        int kept = most;
        while (kept > 0 && isAsCertain(certainty, moves.get(kept - 1), moves.get(kept))) {
            kept--;
        }
        moves.subList(kept, moves.size()).forEach(row -> hold(row, before[row], Control.BUDGET));
    }

    private static boolean isAsCertain(Map<Integer, Long> certainty, int row, int other) {
        return certainty.getOrDefault(row, 0L).equals(certainty.getOrDefault(other, 0L));
    }

    private long placesBeyondCut(int row) {
        List<Cut> cuts = rule.segmenter().cutoffs().map(Cutoffs::cuts).orElse(List.of());
        if (cuts.size() + 1 != segments.size() || rule.standing(row).isEmpty()) {
            return 0;
        }
        long rank = rule.standing(row).get().rank();
        return now[row] < before[row]
                ? cuts.get(now[row]).count() + 1 - rank
                : rank - cuts.get(now[row] - 1).count();
    }

    private void override(OverrideLedger overrides) {
        for (LedgerEntry entry : overrides.inForce(date).values()) {
            int place = place(entry.segment());
            if (place == segments.size()) {
                throw new IllegalArgumentException("an override must be to a segment of scheme "
                        + rule.segmenter().schemeId() + ", " + segments + ", but that of client '" + entry.clientId()
                        + "' is to '" + entry.segment() + "'");
            }
            Integer row = rule.book().find(entry.clientId()).orElse(null);
            if (row == null) {
                unknownClients.add(entry);
            } else {
                decidedBy.put(row, entry);
                now[row] = place;
            }
        }
    }

    int before(int row) {
        return before[row];
    }

    int ruled(int row) {
        return ruled[row];
    }

    int now(int row) {
        return now[row];
    }

    @Nullable Control heldBy(int row) {
        return decidedBy.containsKey(row) ? null : heldBy[row];
    }

    @Nullable LedgerEntry decidedBy(int row) {
        return decidedBy.get(row);
    }

    List<LedgerEntry> unknownClients() {
        return List.copyOf(unknownClients);
    }
}
