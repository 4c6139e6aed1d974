package dev.segmentation.shell.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.segmentation.schemes.plan.ContactCalendar;
import dev.segmentation.schemes.plan.Touch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Writes a contact calendar as a CSV file, one touch a row, by day; texts that a spreadsheet would run are guarded. Touches that could not be placed come last, without a date
 * and with the reason.
 */
public final class CalendarFile {

    private CalendarFile() {}

    /**
     * Writes the file.
     *
     * @param calendar what is to be written
     * @param nameOf gives what a client is called from its id
     * @param file the file; replaced if it is there
     * @throws IOException if it cannot be written
     */
    public static void write(ContactCalendar calendar, UnaryOperator<String> nameOf, Path file) throws IOException {
        try (CsvWriter out = CsvWriter.builder().build(file)) {
            out.writeRecord(List.of(
                    "date", "client", "name", "segment", "service", "number", "channel", "role", "minutes", "problem"));
            for (Touch touch : calendar.touches()) {
                out.writeRecord(row(touch, nameOf));
            }
            for (Touch touch : calendar.unplaced()) {
                out.writeRecord(row(touch, nameOf));
            }
        }
    }

    private static List<String> row(Touch touch, UnaryOperator<String> nameOf) {
        return List.of(
                touch.date().map(Object::toString).orElse(""),
                Formulas.guarded(touch.clientId()),
                Formulas.guarded(nameOf.apply(touch.clientId())),
                Formulas.guarded(touch.segment().name()),
                Formulas.guarded(touch.service().name()),
                Integer.toString(touch.number()),
                Formulas.guarded(touch.service().channel()),
                Formulas.guarded(touch.service().role()),
                Integer.toString(touch.service().minutes()),
                touch.problem());
    }
}
