package dev.segmentation.shell.ical;

import dev.segmentation.schemes.plan.ContactCalendar;
import dev.segmentation.schemes.plan.Touch;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Writes a contact calendar as iCalendar files (RFC 5545), one a role: each touch is an event of a whole day that does not
 * block it. Its id stays the same from run to run, so that reading a newer file updates the events.
 */
public final class ICalendarFiles {

    private static final int MOST_OCTETS = 75;

    private static final String PRODUCT = "-//Segmentation//Contact calendar//EN";

    private ICalendarFiles() {}

    /**
     * Writes the files, {@code adviser.ics} for the role adviser. Characters of a role that make trouble in names of files
     * become hyphens.
     *
     * @param calendar what is to be written; touches without a day are left out
     * @param nameOf gives what a client is called from its id
     * @param now when the calendar was made, which tells programs which of two files is newer
     * @param folder an existing folder; files of the same names are replaced
     * @return the files
     * @throws IOException if one cannot be written
     */
    public static List<Path> write(ContactCalendar calendar, UnaryOperator<String> nameOf, Instant now, Path folder)
            throws IOException {
        Map<String, Calendar> byRole = new LinkedHashMap<>();
        for (Touch touch : calendar.touches()) {
            byRole.computeIfAbsent(touch.service().role(), role -> empty())
                    .add(event(touch, nameOf.apply(touch.clientId()), now));
        }
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, Calendar> role : byRole.entrySet()) {
            Path file = folder.resolve(fileName(role.getKey(), files.size(), byRole.keySet()));
            StringWriter lines = new StringWriter();
            new CalendarOutputter(true, Integer.MAX_VALUE).output(role.getValue(), lines);
            Files.writeString(file, folded(lines.toString()));
            files.add(file);
        }
        return files;
    }

    /** Folds lines as the format wants it: at 75 octets of UTF-8, and never within a character. */
    private static String folded(String lines) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int i = 0; i < lines.length(); i += Character.charCount(lines.codePointAt(i))) {
            String character = Character.toString(lines.codePointAt(i));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            boolean isEnd = character.equals("\r") || character.equals("\n");
            if (!isEnd && octets + size > MOST_OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets = isEnd ? 0 : octets + size;
        }
        return folded.toString();
    }

    /** Gives a text with one kind of line end, and no other character that the format forbids. */
    private static String allowed(String text) {
        return text.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", " ");
    }

    /** Two roles that differ in odd characters alone get different names by their place. */
    private static String fileName(String role, int place, Iterable<String> roles) {
        String plain = plain(role);
        boolean isTaken = false;
        for (String other : roles) {
            isTaken |= !other.equals(role) && plain(other).equalsIgnoreCase(plain);
        }
        return plain + (isTaken ? "-" + (place + 1) : "") + ".ics";
    }

    private static String plain(String role) {
        return role.replaceAll("[^\\p{L}\\p{N}_-]+", "-");
    }

    private static Calendar empty() {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        return calendar;
    }

    private static VEvent event(Touch touch, String client, Instant now) {
        VEvent event = new VEvent(false);
        event.add(new Uid(touch.uid().toString()));
        event.add(new DtStamp(now.truncatedTo(ChronoUnit.SECONDS)));
        event.add(new DtStart<>(touch.date().orElseThrow()));
        event.add(new Summary(allowed(touch.service().name() + ": " + client)));
        event.add(new Description(allowed(description(touch))));
        event.add(new Categories(allowed(touch.segment().name())));
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    private static String description(Touch touch) {
        String channel = touch.service().channel();
        return touch.segment() + ", " + (channel.isEmpty() ? "" : channel + ", ")
                + touch.service().minutes() + " minutes";
    }
}
