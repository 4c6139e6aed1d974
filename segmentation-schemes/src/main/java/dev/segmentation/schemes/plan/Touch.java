package dev.segmentation.schemes.plan;

import dev.segmentation.api.Segment;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One touch that a client is promised in a year: put on a day, or not and why.
 *
 * @param clientId the client
 * @param segment where it is placed, or {@link Segment#UNSCORED}
 * @param service what it gets
 * @param number which of the service's touches in the year it is, from 1
 * @param year the year
 * @param day the day; {@code null} where it could not be placed
 * @param problem why it could not be placed; empty where it was
 */
public record Touch(
        String clientId,
        Segment segment,
        Service service,
        int number,
        Year year,
        @Nullable LocalDate day,
        String problem) {

    /**
     * Gives the day.
     *
     * @return the day, or nothing where it could not be placed
     */
    public Optional<LocalDate> date() {
        return Optional.ofNullable(day);
    }

    /**
     * Gives an id that is the same for this touch of this client in every calendar of the year, wherever it is placed, so that
     * a calendar that is read again updates the entry.
     *
     * @return a name-based UUID
     */
    public UUID uid() {
        String name = year + "\n" + clientId + "\n" + service.name() + "\n" + number;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
