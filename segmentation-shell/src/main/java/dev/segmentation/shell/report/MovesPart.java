package dev.segmentation.shell.report;

import dev.segmentation.api.Measure;
import dev.segmentation.api.Segment;
import dev.segmentation.core.review.Cause;
import dev.segmentation.core.review.Migration;
import dev.segmentation.core.review.Move;
import dev.segmentation.core.review.Outcome;
import dev.segmentation.core.review.ReviewedSegmentation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who moved since last time, and why. */
final class MovesPart {

    private MovesPart() {}

    static void write(Html html, Facts facts) {
        if (!(facts.result() instanceof ReviewedSegmentation review)) {
            return;
        }
        html.open("section", "id", "moves").element("h2", "Who moved, and why");
        if (review.hasPrevious()) {
            moves(html, facts, review.migration());
        } else {
            html.element("p", "There is no segmentation of last time to compare with.", "class", "say");
        }
        decided(html, review);
        html.close();
    }

    private static void moves(Html html, Facts facts, Migration migration) {
        List<Move> moves = migration.moves();
        List<Segment> order = new ArrayList<>(migration.segments());
        order.add(Segment.UNSCORED);
        long up = moves.stream()
                .filter(move -> order.indexOf(move.to()) < order.indexOf(move.from()))
                .count();
        long joined = order.stream().mapToLong(to -> migration.count(null, to)).sum();
        html.element(
                "p",
                Figures.count(moves.size(), "client") + " moved, " + Figures.count(up) + " up and "
                        + Figures.count(moves.size() - up) + " down; " + Figures.count(joined) + " joined and "
                        + Figures.count(migration.leavers().size()) + " left.",
                "class",
                "say");
        matrix(html, facts, migration, order);
        causes(html, migration);
        outcome(html, facts, migration);
        list(html, facts, moves);
    }

    private static void matrix(Html html, Facts facts, Migration migration, List<Segment> order) {
        List<String> header = new ArrayList<>(List.of("From"));
        order.forEach(to -> header.add("To " + to.name()));
        header.add("Left");
        List<List<Html.Cell>> rows = new ArrayList<>();
        for (Segment from : order) {
            rows.add(row(Page.segment(facts, from), migration, from, order));
        }
        rows.add(row(Html.Cell.of("Joined"), migration, null, order));
        html.table("Clients by where they were and where they are", header, 1, rows);
    }

    private static List<Html.Cell> row(
            Html.Cell name, Migration migration, @Nullable Segment from, List<Segment> order) {
        List<Html.Cell> row = new ArrayList<>(List.of(name));
        order.forEach(to -> row.add(Html.Cell.of(count(migration.count(from, to)))));
        row.add(Html.Cell.of(from == null ? "" : count(migration.count(from, null))));
        return row;
    }

    private static String count(long count) {
        return count == 0 ? "·" : Figures.count(count);
    }

    private static void causes(Html html, Migration migration) {
        if (migration.moves().isEmpty()) {
            return;
        }
        List<List<Html.Cell>> rows = new ArrayList<>();
        for (Map.Entry<Cause, Integer> cause : migration.causes().entrySet()) {
            long moved = migration.moves().stream()
                    .filter(move -> move.causes().containsKey(cause.getKey()))
                    .count();
            rows.add(Html.Cell.row(
                    Words.sentence(Words.of(cause.getKey().name().toLowerCase(Locale.ROOT))),
                    meaning(cause.getKey()),
                    Figures.count(moved),
                    String.format(Locale.ROOT, "%+,d", cause.getValue())));
        }
        html.table("Why they moved", List.of("Cause", "What changed", "Moves", "Segments up"), 2, rows);
    }

    private static String meaning(Cause cause) {
        return switch (cause) {
            case LAST_DECISION -> "what was decided last time has ended";
            case KNOWLEDGE -> "something became known or unknown";
            case OWN_DATA -> "the client’s own numbers";
            case OTHERS -> "the cuts, as other clients changed";
            case SCHEME -> "the scheme or its settings";
            case UNTOLD -> "the values of last time are not known";
            case OVERRIDE -> "a person decided";
            case HOLD -> "a control held the client";
        };
    }

    private static void outcome(Html html, Facts facts, Migration migration) {
        if (!facts.hasRevenue() || !migration.hasValues()) {
            return;
        }
        List<List<Html.Cell>> rows = new ArrayList<>();
        for (Outcome outcome : migration.outcome(Measure.REVENUE)) {
            rows.add(List.of(
                    Page.segment(facts, outcome.segment()),
                    Html.Cell.of(amount(outcome.before())),
                    Html.Cell.of(amount(outcome.now())),
                    Html.Cell.of(amount(outcome.stayed())),
                    Html.Cell.of(amount(outcome.cameIn())),
                    Html.Cell.of(amount(outcome.wentOut().negate())),
                    Html.Cell.of(amount(outcome.joined())),
                    Html.Cell.of(amount(outcome.left().negate()))));
        }
        html.table(
                "Revenue then and now, and from which clients the change came",
                List.of("Segment", "Before", "Now", "Stayed", "Came in", "Went out", "Joined", "Left"),
                1,
                rows);
    }

    private static String amount(BigDecimal amount) {
        return amount.signum() == 0
                ? "·"
                : String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
    }

    private static void list(Html html, Facts facts, List<Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        List<List<Html.Cell>> rows = new ArrayList<>();
        for (Move move : moves.subList(0, Math.min(moves.size(), Facts.MOST_ROWS))) {
            rows.add(List.of(
                    Html.Cell.of(move.clientId()),
                    Page.segment(facts, move.from()),
                    Page.segment(facts, move.to()),
                    Html.Cell.of(move.why())));
        }
        html.table("The clients that moved", List.of("Client", "From", "To", "Why"), 4, rows);
        AttentionPart.more(html, moves.size());
    }

    private static void decided(Html html, ReviewedSegmentation review) {
        List<String> lines = new ArrayList<>();
        add(lines, review.held().size(), "was held by a control", "were held by a control");
        add(
                lines,
                review.contradictions().size(),
                "is where a person decided, against the rule",
                "are where a person decided, against the rule");
        html.open("ul");
        lines.forEach(line -> html.element("li", line));
        int expired = review.expired().size();
        if (expired > 0) {
            html.element("li", Figures.count(expired, "override") + " ended before this review.");
        }
        int unknown = review.unknownClients().size();
        if (unknown > 0) {
            html.element(
                    "li",
                    Figures.count(unknown, "override") + (unknown == 1 ? " names" : " name")
                            + " a client that is not in the book.");
        }
        html.close();
    }

    private static void add(List<String> lines, int clients, String one, String several) {
        if (clients > 0) {
            lines.add(Figures.count(clients, "client") + " " + (clients == 1 ? one : several) + ".");
        }
    }
}
