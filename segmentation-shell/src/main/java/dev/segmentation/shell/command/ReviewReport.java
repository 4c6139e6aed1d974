package dev.segmentation.shell.command;

import dev.segmentation.api.Client;
import dev.segmentation.api.Measure;
import dev.segmentation.core.review.Cause;
import dev.segmentation.core.review.Control;
import dev.segmentation.core.review.Held;
import dev.segmentation.core.review.Migration;
import dev.segmentation.core.review.ReviewedSegmentation;
import dev.segmentation.shell.table.MigrationTable;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Prints what a review found: who moved and why, what was held, and which overrides need a look. */
final class ReviewReport {

    private ReviewReport() {}

    /** Prints it; with the cost of serving a client, where that is known, also cost and margin. */
    static void print(
            ReviewedSegmentation review, @Nullable ToDoubleFunction<Client> cost, PrintWriter out, PrintWriter err) {
        Migration migration = review.hasPrevious() ? review.migration() : null;
        if (migration != null) {
            MigrationTable table = new MigrationTable(migration);
            out.println();
            out.print(table);
            for (Measure measure : List.of(Measure.REVENUE, Measure.HOURS)) {
                if (review.book().has(measure) && migration.hasValues()) {
                    out.println();
                    out.print(table.outcome(measure.name(), client -> client.measure(measure)));
                }
            }
            if (cost != null && migration.hasValues()) {
                out.println();
                out.print(table.outcome("cost", cost));
                out.println();
                out.print(table.outcome(
                        "margin", client -> client.measure(Measure.REVENUE) - cost.applyAsDouble(client)));
            }
        }
        if (migration != null) {
            long elsewhere = migration.moves().stream()
                    .filter(move -> move.causes().containsKey(Cause.LAST_DECISION))
                    .count();
            if (elsewhere > 0) {
                err.println(
                        "segment: " + elsewhere + " moved by last decision: the rule of then has them elsewhere than"
                                + " they were; if nobody decided that, the settings or columns were others (--previous-settings)");
            }
        }
        Map<Control, Integer> held = new EnumMap<>(Control.class);
        review.held().stream().map(Held::control).forEach(control -> held.merge(control, 1, Integer::sum));
        held.forEach((control, clients) -> err.println("segment: " + clients + " held by "
                + control.name().toLowerCase(Locale.ROOT) + "; see the column reasons"));
        review.contradictions()
                .forEach(entry ->
                        err.println("segment: override of " + entry.entry().clientId() + " to "
                                + entry.entry().segment() + ": the rule says " + entry.ruled()));
        review.expired()
                .forEach(entry -> err.println("segment: override of " + entry.clientId() + " to " + entry.segment()
                        + " ended on " + entry.until()));
        review.unknownClients()
                .forEach(entry -> err.println(
                        "segment: override of " + entry.clientId() + ": there is no such client in the file"));
    }
}
