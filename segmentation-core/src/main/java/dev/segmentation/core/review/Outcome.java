package dev.segmentation.core.review;

import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a number added up to in one segment last time and now, and from which clients the change came. All sums are exact:
 * {@code now} is {@code before + stayed + cameIn - wentOut + joined - left}.
 *
 * @param segment the segment, or {@link Segment#UNSCORED}
 * @param before the sum of last time
 * @param now the sum of now
 * @param stayed by how much the clients changed that stayed in the segment
 * @param cameIn what the clients bring now that came from other segments
 * @param wentOut what the clients brought then that went to other segments
 * @param joined what the clients bring that were not there last time
 * @param left what the clients brought that are not there any more
 */
public record Outcome(
        Segment segment,
        BigDecimal before,
        BigDecimal now,
        BigDecimal stayed,
        BigDecimal cameIn,
        BigDecimal wentOut,
        BigDecimal joined,
        BigDecimal left) {

    static List<Outcome> of(
            ReviewedSegmentation now,
            ClientBook then,
            Previous previous,
            Decisions decisions,
            List<String> leavers,
            ToDoubleFunction<Client> number) {
        int places = now.segments().size() + 1;
        Sums before = new Sums(places);
        Sums after = new Sums(places);
        Sums stayed = new Sums(places);
        Sums cameIn = new Sums(places);
        Sums wentOut = new Sums(places);
        Sums joined = new Sums(places);
        Sums left = new Sums(places);
        for (int row = 0; row < now.size(); row++) {
            Client client = now.book().client(row);
            BigDecimal value = exact(number.applyAsDouble(client));
            int to = decisions.now(row);
            int from = decisions.before(row);
            after.add(to, value);
            if (from == Decisions.ABSENT) {
                joined.add(to, value);
                continue;
            }
            BigDecimal valueThen = then.find(client.id())
                    .map(at -> exact(number.applyAsDouble(then.client(at))))
                    .orElse(BigDecimal.ZERO);
            before.add(from, valueThen);
            if (from == to) {
                stayed.add(to, value.subtract(valueThen));
            } else {
                cameIn.add(to, value);
                wentOut.add(from, valueThen);
            }
        }
        for (String leaver : leavers) {
            int from = decisions.place(previous.segment(leaver).orElseThrow());
            BigDecimal valueThen = then.find(leaver)
                    .map(at -> exact(number.applyAsDouble(then.client(at))))
                    .orElse(BigDecimal.ZERO);
            before.add(from, valueThen);
            left.add(from, valueThen);
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            outcomes.add(new Outcome(
                    place == places - 1 ? Segment.UNSCORED : now.segments().get(place),
                    before.of(place),
                    after.of(place),
                    stayed.of(place),
                    cameIn.of(place),
                    wentOut.of(place),
                    joined.of(place),
                    left.of(place)));
        }
        return List.copyOf(outcomes);
    }

    /** Gives a known number exactly; an unknown one, or one without end, counts for nothing. */
    private static BigDecimal exact(double number) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number) : BigDecimal.ZERO;
    }

    /** One sum a segment. */
    private static final class Sums {

        private final BigDecimal[] sums;

        Sums(int places) {
            this.sums = new BigDecimal[places];
            Arrays.fill(sums, BigDecimal.ZERO);
        }

        void add(int place, BigDecimal value) {
            sums[place] = sums[place].add(value);
        }

        BigDecimal of(int place) {
            return sums[place];
        }
    }
}
