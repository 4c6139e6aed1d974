package dev.segmentation.shell.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalendar;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Segmentation;
import dev.segmentation.core.book.Books;
import dev.segmentation.schemes.fours.FourS;
import dev.segmentation.schemes.plan.ContactCalendar;
import dev.segmentation.schemes.plan.Role;
import dev.segmentation.schemes.plan.Service;
import dev.segmentation.schemes.plan.ServicePlan;
import dev.segmentation.schemes.plan.Team;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are read back by the library that wrote them, strictly, and by another one. */
class ICalendarFilesTest {

    private static final Year YEAR = Year.of(2027);
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    /** Names with all that is special in the format, a long one, and such as are not Latin. */
    private static final List<String> NAMES = List.of(
            "Smith, Jones; Partners",
            "\"The\" \\ Company: north",
            "two\nlines",
            "Łukasz Ōta 株式会社 ქართული \uD83D\uDE00",
            "a name that is so long that its line must be folded, which is at seventy-five octets, ä in the middle of it");

    @TempDir
    private Path folder = Path.of("");

    private static ContactCalendar calendar(int firstClients) {
        Segmentation segmentation = FourS.scheme()
                .segment(Books.of(NAMES.subList(0, firstClients), name -> name)
                        .measure(Measure.REVENUE, name -> 1_000 - NAMES.indexOf(name))
                        .build());
        ServicePlan plan = ServicePlan.of(List.of(
                Service.of("Review, yearly; \"deep\"", "adviser")
                        .withTouches(2)
                        .withChannel("video; or not")
                        .withMinutes(30, 60),
                Service.of("Card", "front/office").withMinutes(5, 0)));
        Team team = Team.of(List.of(Role.of("adviser", 1, 1_000), Role.of("front/office", 1, 1_000)));
        return ContactCalendar.of(segmentation, plan, team, YEAR);
    }

    private static Calendar read(Path file) throws IOException, ParserException {
        try (Reader in = Files.newBufferedReader(file)) {
            return new CalendarBuilder().build(in);
        }
    }

    @Test
    void namesComeBackIntactFromTwoReaders() throws IOException, ParserException {
        ContactCalendar calendar = calendar(NAMES.size());
        List<Path> files = ICalendarFiles.write(calendar, name -> name, NOW, folder);
        assertEquals(
                List.of("adviser.ics", "front-office.ics"),
                files.stream().map(file -> file.getFileName().toString()).toList());
        Map<String, LocalDate> written = new TreeMap<>();
        calendar.touches().stream()
                .filter(touch -> touch.service().role().equals("adviser"))
                .forEach(touch -> written.put(
                        touch.uid() + touch.service().name() + ": " + touch.clientId(),
                        touch.date().orElseThrow()));
        assertEquals(2 * NAMES.size(), written.size());

        Calendar strict = read(files.get(0));
        ValidationResult result = strict.validate(true);
        assertFalse(result.hasErrors(), () -> result.getEntries().toString());
        Map<String, LocalDate> byWriter = new TreeMap<>();
        for (VEvent event : strict.<VEvent>getComponents(Component.VEVENT)) {
            byWriter.put(
                    event.getUid().orElseThrow().getValue()
                            + Objects.requireNonNull(event.getSummary()).getValue(),
                    LocalDate.from(
                            Objects.requireNonNull(event.getDateTimeStart()).getDate()));
        }
        assertEquals(written, byWriter);

        ICalendar other = Biweekly.parse(Files.readString(files.get(0))).first();
        assertTrue(other.validate(biweekly.ICalVersion.V2_0).isEmpty());
        Map<String, LocalDate> byOther = new TreeMap<>();
        other.getEvents()
                .forEach(event -> byOther.put(
                        event.getUid().getValue() + event.getSummary().getValue(),
                        event.getDateStart()
                                .getValue()
                                .toInstant()
                                .atZone(ZoneId.systemDefault())
                                .toLocalDate()));
        assertEquals(written, byOther);
    }

    @Test
    void aNewerFileUpdatesTheEventsOfTheOlder() throws IOException, ParserException {
        List<String> before = uids(calendar(3));
        List<String> after = uids(calendar(NAMES.size()));
        assertTrue(after.containsAll(before));
        assertEquals(before.size(), before.stream().distinct().count());
    }

    private List<String> uids(ContactCalendar calendar) throws IOException, ParserException {
        Path file = ICalendarFiles.write(calendar, name -> name, NOW, folder).get(0);
        return read(file).<VEvent>getComponents(Component.VEVENT).stream()
                .map(event -> event.getUid().orElseThrow().getValue())
                .toList();
    }
}
