package dev.segmentation.shell.json;

import static dev.segmentation.shell.json.Json.list;
import static dev.segmentation.shell.json.Json.number;
import static dev.segmentation.shell.json.Json.object;
import static dev.segmentation.shell.json.Json.text;

import dev.segmentation.api.Explanation;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Score;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.core.analysis.AttributeDescription;
import dev.segmentation.core.analysis.BookDescription;
import dev.segmentation.core.analysis.MeasureDescription;
import dev.segmentation.core.analysis.MeasureRanking;
import dev.segmentation.core.book.SegmentationByBook;
import dev.segmentation.core.review.Migration;
import dev.segmentation.core.review.ReviewedSegmentation;
import dev.segmentation.schemes.plan.CapacityReport;
import dev.segmentation.schemes.plan.ContactCalendar;
import dev.segmentation.shell.comparison.Comparison;
import dev.segmentation.shell.niche.Niche;
import dev.segmentation.shell.niche.Niches;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers of the command line as JSON objects, for programs. A key once given keeps its name and meaning; what is not known
 * is {@code null}, and shares are from 0 to 1.
 */
public final class Answers {

    private Answers() {}

    /**
     * Writes schemes: {@code schemes}, each with {@code id}, {@code description}, {@code segments}, {@code measures} (each
     * with {@code name} and {@code needed}) and {@code texts}.
     *
     * @param schemes the schemes
     * @return the text, with an end of line
     */
    public static String schemes(Collection<SegmentationScheme> schemes) {
        return text(object("schemes", list(schemes, Answers::scheme)));
    }

    private static Map<String, @Nullable Object> scheme(SegmentationScheme scheme) {
        return object(
                "id", scheme.id(),
                "description", scheme.description(),
                "segments", list(scheme.segments(), Segment::name),
                "measures", list(scheme.requirements(), Answers::requirement),
                "texts", scheme.attributes());
    }

    private static Map<String, @Nullable Object> requirement(Requirement requirement) {
        return object("name", requirement.measure().name(), "needed", requirement.required());
    }

    /**
     * Writes an outcome: {@code scheme}, {@code clients}, {@code unscored}, and {@code segments}, each with {@code segment},
     * {@code order}, {@code clients}, {@code share}, {@code revenue} and {@code share_of_revenue}; with many books in one,
     * {@code books}; of a review, {@code moves}.
     *
     * @param result the outcome
     * @return the text, with an end of line
     */
    public static String segmentation(Segmentation result) {
        return text(whole(result));
    }

    private static Map<String, @Nullable Object> whole(Segmentation result) {
        Map<String, @Nullable Object> answer = outcome(result);
        if (result instanceof SegmentationByBook byBook) {
            List<Object> books = new ArrayList<>();
            byBook.books().forEach((name, book) -> {
                Map<String, @Nullable Object> one = object("book", name);
                one.putAll(outcome(book));
                books.add(one);
            });
            answer.put("books", books);
        }
        if (result instanceof ReviewedSegmentation review && review.hasPrevious()) {
            Migration migration = review.migration();
            answer.put(
                    "moves",
                    list(
                            migration.moves(),
                            move -> move(
                                    move.clientId(),
                                    move.from().name(),
                                    move.to().name(),
                                    move.why())));
            answer.put("left", migration.leavers());
        }
        return answer;
    }

    private static Map<String, @Nullable Object> outcome(Segmentation result) {
        return object(
                "scheme", result.segmenter().schemeId(),
                "clients", result.size(),
                "unscored", result.count(Segment.UNSCORED),
                "segments", list(result.segments(), segment -> segment(result, segment)));
    }

    private static Map<String, @Nullable Object> segment(Segmentation result, Segment segment) {
        boolean hasRevenue = result.book().has(Measure.REVENUE);
        double revenue = hasRevenue ? result.summary(segment, Measure.REVENUE).sum() : Double.NaN;
        double total = hasRevenue ? result.book().summary(Measure.REVENUE).sum() : Double.NaN;
        return object(
                "segment", segment.name(),
                "order", segment.order(),
                "clients", result.count(segment),
                "share", number(result.share(segment)),
                "revenue", number(revenue),
                "share_of_revenue", number(revenue / total));
    }

    /**
     * Writes explanations: {@code explanations}, each with {@code client}, {@code segment}, {@code score} and {@code reasons},
     * each of a {@code code}, its {@code arguments} and a {@code text}.
     *
     * @param explanations why clients are where they are
     * @return the text, with an end of line
     */
    public static String explanations(Collection<Explanation> explanations) {
        return text(object("explanations", list(explanations, Answers::explanation)));
    }

    private static Map<String, @Nullable Object> explanation(Explanation explanation) {
        return object(
                "client", explanation.assignment().clientId(),
                "segment", explanation.segment().name(),
                "score",
                        explanation
                                .assignment()
                                .score()
                                .map(Score::value)
                                .map(Json::number)
                                .orElse(null),
                "reasons",
                        list(
                                explanation.reasons(),
                                reason -> object(
                                        "code",
                                        reason.code(),
                                        "arguments",
                                        reason.arguments(),
                                        "text",
                                        reason.text())));
    }

    /**
     * Writes what a book holds: {@code clients}, {@code measures} and {@code texts}.
     *
     * @param description what a book holds
     * @return the text, with an end of line
     */
    public static String description(BookDescription description) {
        return text(object(
                "clients", description.clients(),
                "measures", list(description.measures(), Answers::measure),
                "texts", list(description.attributes(), Answers::attribute)));
    }

    private static Map<String, @Nullable Object> measure(MeasureDescription measure) {
        return object(
                "measure", measure.measure().name(),
                "known", measure.count(),
                "missing", measure.missing(),
                "min", number(measure.min()),
                "lower_quartile", number(measure.lowerQuartile()),
                "median", number(measure.median()),
                "upper_quartile", number(measure.upperQuartile()),
                "max", number(measure.max()),
                "histogram",
                        object(
                                "edges", measure.histogram().edges(),
                                "counts", measure.histogram().counts()));
    }

    private static Map<String, @Nullable Object> attribute(AttributeDescription attribute) {
        return object(
                "text", attribute.name(),
                "known", attribute.count(),
                "missing", attribute.missing(),
                "different", attribute.distinct(),
                "most_frequent",
                        list(attribute.mostFrequent(), each -> object("text", each.text(), "clients", each.clients())));
    }

    /**
     * Writes niches: {@code best}, {@code clients}, {@code best_clients}, {@code fewest_clients},
     * {@code false_discovery_rate}, {@code not_tried} and {@code tried}, each with its counts, {@code lift}, {@code support},
     * {@code p}, {@code adjusted_p} and whether it is {@code found}.
     *
     * @param niches what was tried
     * @return the text, with an end of line
     */
    public static String niches(Niches niches) {
        return text(object(
                "best", list(niches.best(), Segment::name),
                "clients", niches.clients(),
                "best_clients", niches.bestClients(),
                "fewest_clients", niches.fewestClients(),
                "false_discovery_rate", niches.falseDiscoveryRate(),
                "not_tried", niches.notTried(),
                "tried", list(niches.tried(), niche -> niche(niche, niches.falseDiscoveryRate()))));
    }

    private static Map<String, @Nullable Object> niche(Niche niche, double rate) {
        return object(
                "attribute", niche.attribute(),
                "text", niche.text(),
                "clients", niche.clients(),
                "among_best", niche.amongBest(),
                "known", niche.known(),
                "best_known", niche.bestKnown(),
                "lift", number(niche.lift()),
                "support", number(niche.support()),
                "p", niche.p(),
                "adjusted_p", niche.adjustedP(),
                "found", niche.adjustedP() <= rate);
    }

    /**
     * Writes ranks: {@code measure} and {@code clients}, each with {@code client}, {@code value}, {@code rank} and
     * {@code percent_rank}.
     *
     * @param ranking the clients ranked
     * @return the text, with an end of line
     */
    public static String ranking(MeasureRanking ranking) {
        return text(object(
                "measure", ranking.measure().name(),
                "clients",
                        list(
                                ranking.clients(),
                                client -> object(
                                        "client", client.clientId(),
                                        "value", number(client.value()),
                                        "rank", number(client.rank()),
                                        "percent_rank", number(client.percentRank())))));
    }

    /**
     * Writes a comparison: {@code segments}, {@code counts} (each with {@code from}, {@code to} and {@code clients}; who joined
     * is from {@code null}, who left is to {@code null}) and {@code moves}.
     *
     * @param comparison two outcomes side by side
     * @return the text, with an end of line
     */
    public static String comparison(Comparison comparison) {
        List<@Nullable String> places = new ArrayList<>(comparison.segments());
        places.add(null);
        List<Object> counts = new ArrayList<>();
        for (String from : places) {
            for (String to : places) {
                long clients = comparison.count(from, to);
                if (clients > 0) {
                    counts.add(object("from", from, "to", to, "clients", clients));
                }
            }
        }
        return text(object(
                "segments", comparison.segments(),
                "counts", counts,
                "moves",
                        list(
                                comparison.moves(),
                                move -> move(move.clientId(), move.from(), move.to(), move.reason()))));
    }

    private static Map<String, @Nullable Object> move(String client, String from, String to, String reason) {
        return object("client", client, "from", from, "to", to, "reason", reason.isEmpty() ? null : reason);
    }

    /**
     * Writes plans to start from: {@code plans}, each with {@code name} and {@code description}.
     *
     * @param starts what each is, by its name
     * @return the text, with an end of line
     */
    public static String plans(Map<String, String> starts) {
        return text(object(
                "plans",
                list(starts.entrySet(), plan -> object("name", plan.getKey(), "description", plan.getValue()))));
    }

    /**
     * Writes whether a team can deliver a service plan:
     *
     * <ul>
     *   <li>{@code year}, and whether the plan {@code fits} the team;
     *   <li>{@code roles}, each with {@code role}, {@code hours_needed}, {@code hours_available}, {@code hours_left} (negative
     *       where they lack) and {@code months}, each with {@code month} from 1 to 12, {@code hours_needed} and
     *       {@code hours_available};
     *   <li>{@code segments}, the unscored among them where there are some, each with {@code segment}, {@code order},
     *       {@code clients}, {@code hours}, {@code hours_by_role}, {@code cost}, {@code revenue}, {@code revenue_unknown} (of
     *       how many it is not known, and left out), {@code margin}, {@code revenue_per_hour} and {@code at_loss}, which is a
     *       number of clients;
     *   <li>{@code sizes}, each with {@code segment}, {@code clients}, {@code largest_that_fit} and {@code largest_up_to}, the
     *       share of clients down to this segment (both {@code null} where no size fits), and {@code further_clients}
     *       ({@code null} where any number fits, as they take no time);
     *   <li>{@code too_long}, the services of which a touch is longer than any week of its role, and {@code unknown_dates}, of
     *       how many {@code clients} the date of a {@code service} is not known;
     *   <li>{@code clients}, in the order of the book, each with {@code client}, {@code segment}, {@code hours}, {@code cost},
     *       {@code revenue}, {@code margin}, {@code revenue_per_hour} and whether it is {@code at_loss}.
     * </ul>
     *
     * @param report what the plan needs
     * @param result the segmentation that it is a report of
     * @param year the year that is planned
     * @return the text, with an end of line
     */
    public static String plan(CapacityReport report, Segmentation result, Year year) {
        return text(planned(report, result, year));
    }

    /**
     * Writes whether a team can deliver a service plan, as without a calendar, and {@code calendar}: how many touches were
     * {@code placed}, and those {@code not_placed}, each with {@code client}, {@code service}, {@code number} and
     * {@code problem}.
     *
     * @param report what the plan needs
     * @param result the segmentation that it is a report of
     * @param calendar the calendar of the year that is planned
     * @return the text, with an end of line
     */
    public static String plan(CapacityReport report, Segmentation result, ContactCalendar calendar) {
        Map<String, @Nullable Object> answer = planned(report, result, calendar.year());
        answer.put("calendar", PlanAnswer.calendar(calendar));
        return text(answer);
    }

    private static Map<String, @Nullable Object> planned(CapacityReport report, Segmentation result, Year year) {
        Map<String, @Nullable Object> answer = PlanAnswer.capacity(report, year);
        answer.put("clients", PlanAnswer.clients(report, result));
        return answer;
    }

    /**
     * Writes what a page about an outcome says: {@code page}, the file; {@code refused}, how many rows were skipped; and the
     * same keys as {@link #segmentation} has.
     *
     * @param page where the page is
     * @param refused the rows that were refused
     * @param result the outcome
     * @return the text, with an end of line
     */
    public static String report(Path page, long refused, Segmentation result) {
        return text(reported(page, refused, result));
    }

    /**
     * Writes what a page about an outcome says with a service plan: as without one, and {@code plan}, an object with the keys
     * of {@link #plan(CapacityReport, Segmentation, Year)} but for {@code clients}.
     *
     * @param page where the page is
     * @param refused the rows that were refused
     * @param result the outcome
     * @param capacity what the plan needs, made of the same outcome
     * @param year the year that is planned
     * @return the text, with an end of line
     */
    public static String report(Path page, long refused, Segmentation result, CapacityReport capacity, Year year) {
        Map<String, @Nullable Object> answer = reported(page, refused, result);
        answer.put("plan", PlanAnswer.capacity(capacity, year));
        return text(answer);
    }

    private static Map<String, @Nullable Object> reported(Path page, long refused, Segmentation result) {
        Map<String, @Nullable Object> answer = object("page", page.toString(), "refused", refused);
        answer.putAll(whole(result));
        return answer;
    }
}
