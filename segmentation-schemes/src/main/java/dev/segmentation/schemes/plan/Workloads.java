package dev.segmentation.schemes.plan;

import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.TopShares;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What the workload would be with other numbers of clients in the segments. The unscored stay as they are. */
final class Workloads {

    private final List<Segment> segments;
    private final List<String> roles;
    private final long[] clients;

    /** By role, exactly. */
    private final double[] actual;

    /** By role, of one client of each segment. */
    private final double[][] ofOne;

    /** By role, of the unscored. */
    private final double[] ofUnscored;

    private final long[] available;

    /** By segment, whether its clients are promised what can be put in no week. */
    private final boolean[] cannotServe;

    private final boolean cannotServeUnscored;

    Workloads(Segmentation segmentation, Needs needs, Loads loads) {
        this.segments = segmentation.segments();
        this.roles = needs.team().roles().stream().map(Role::name).toList();
        this.clients = Arrays.copyOf(loads.clients(), segments.size());
        this.actual = new double[roles.size()];
        this.ofOne = new double[roles.size()][segments.size()];
        this.ofUnscored = new double[roles.size()];
        this.available = new long[roles.size()];
        this.cannotServe = new boolean[segments.size()];
        for (int s = 0; s < cannotServe.length; s++) {
            cannotServe[s] = loads.cannotServe(s);
        }
        this.cannotServeUnscored = loads.clients()[segments.size()] > 0 && loads.cannotServe(segments.size());
        for (int r = 0; r < roles.size(); r++) {
            ofUnscored[r] = loads.needed(r, segments.size());
            actual[r] = ofUnscored[r];
            available[r] = loads.available(r);
            for (int s = 0; s < segments.size(); s++) {
                actual[r] += loads.needed(r, s);
                ofOne[r][s] = loads.neededByOne(r, s);
            }
        }
    }

    Workload actual() {
        return new Workload(segments, clients, roles, actual, available, canServe(clients));
    }

    Workload withClients(Map<Segment, Long> others) {
        long[] numbers = clients.clone();
        others.forEach((segment, number) -> {
            if (number < 0) {
                throw new IllegalArgumentException(
                        "the clients of " + segment + " must be 0 or more, but were " + number);
            }
            numbers[place(segment)] = number;
        });
        return of(numbers);
    }

    Workload without(Segment segment) {
        int place = place(segment);
        if (segments.size() == 1) {
            throw new IllegalArgumentException("the only segment cannot be cut, but " + segment + " is that");
        }
        long[] numbers = clients.clone();
        numbers[place == segments.size() - 1 ? place - 1 : place + 1] += numbers[place];
        numbers[place] = 0;
        return of(numbers);
    }

    Workload withShares(TopShares shares) {
        if (shares.shares().size() + 1 != segments.size()) {
            throw new IllegalArgumentException("there must be one share fewer than segments, but there are "
                    + shares.shares().size() + " shares and " + segments.size() + " segments");
        }
        long judged = Arrays.stream(clients).sum();
        long[] cumulative = shares.counts(judged);
        long[] numbers = new long[segments.size()];
        long before = 0;
        for (int s = 0; s < numbers.length; s++) {
            long upTo = s < cumulative.length ? cumulative[s] : judged;
            numbers[s] = upTo - before;
            before = upTo;
        }
        return of(numbers);
    }

    Optional<Workload> largestThatFits() {
        long judged = Arrays.stream(clients).sum();
        long better = judged - clients[clients.length - 1];
        if (better == 0) {
            return Optional.empty();
        }
        for (long size = judged; size >= 0; size--) {
            Workload workload = of(scaled(size, better, judged));
            if (workload.fits()) {
                return Optional.of(workload);
            }
        }
        return Optional.empty();
    }

    /** Gives numbers of clients of which all but the last make up so many, in proportion as they are. */
    private long[] scaled(long size, long better, long judged) {
        long[] numbers = new long[clients.length];
        long cumulative = 0;
        long before = 0;
        for (int s = 0; s + 1 < numbers.length; s++) {
            cumulative += clients[s];
            long upTo = (2 * Math.multiplyExact(cumulative, size) + better) / (2 * better); // to nearest
            numbers[s] = upTo - before;
            before = upTo;
        }
        numbers[numbers.length - 1] = judged - before;
        return numbers;
    }

    OptionalLong furtherClients(Segment segment) {
        int place = place(segment);
        long most = cannotServe[place] ? 0 : Long.MAX_VALUE;
        for (int r = 0; r < roles.size(); r++) {
            if (ofOne[r][place] > 0) {
                double left = Math.max(0, available[r] - actual[r]);
                most = Math.min(most, (long) Math.floor(left / ofOne[r][place]));
            }
        }
        return most == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(most);
    }

    private Workload of(long[] numbers) {
        double[] needed = ofUnscored.clone();
        for (int r = 0; r < needed.length; r++) {
            for (int s = 0; s < numbers.length; s++) {
                needed[r] += numbers[s] * ofOne[r][s];
            }
        }
        return new Workload(segments, numbers, roles, needed, available, canServe(numbers));
    }

    private boolean canServe(long... numbers) {
        boolean canServe = !cannotServeUnscored;
        for (int s = 0; s < numbers.length; s++) {
            canServe &= numbers[s] == 0 || !cannotServe[s];
        }
        return canServe;
    }

    private int place(Segment segment) {
        int place = segments.indexOf(segment);
        if (place < 0) {
            throw new IllegalArgumentException("there must be a segment '" + segment + "', but there are " + segments);
        }
        return place;
    }
}
