package dev.segmentation.core.review;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a client's segment, on record.
 *
 * @param clientId the client
 * @param segment the name of the segment it is to be in
 * @param author who decided; not blank
 * @param reason why; not blank
 * @param from the first day on which it holds
 * @param until the last day on which it holds, or {@code null} where it holds until it is taken back
 */
public record LedgerEntry(
        String clientId,
        String segment,
        String author,
        String reason,
        LocalDate from,
        @Nullable LocalDate until) {

    /**
     * Checks the parts.
     *
     * @param clientId see {@link #clientId()}
     * @param segment see {@link #segment()}
     * @param author see {@link #author()}
     * @param reason see {@link #reason()}
     * @param from see {@link #from()}
     * @param until see {@link #until()}
     * @throws IllegalArgumentException if the client, the segment, the author or the reason is blank, or it ends before it
     *     begins
     */
    public LedgerEntry {
        check("client", clientId, clientId);
        check("segment", segment, clientId);
        check("author", author, clientId);
        check("reason", reason, clientId);
        Objects.requireNonNull(from, "from");
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "an override must end on the day it begins or later, but that of client '" + clientId + "' is from "
                            + from + " until " + until);
        }
    }

    private static void check(String what, String text, String clientId) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "an override must say its " + what + ", but that of client '" + clientId + "' has none");
        }
    }

    /**
     * Says whether it holds on a day.
     *
     * @param day the day
     * @return whether the day is neither before the first nor after the last
     */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && !isExpired(day);
    }

    /**
     * Says whether it does not hold any more.
     *
     * @param day the day
     * @return whether the day is after the last
     */
    public boolean isExpired(LocalDate day) {
        return until != null && day.isAfter(until);
    }
}
