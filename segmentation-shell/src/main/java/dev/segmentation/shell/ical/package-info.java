/**
 * Contact calendars as iCalendar files, which calendar programs read.
 *
 * <p>Start at {@link dev.segmentation.shell.ical.ICalendarFiles}.
 */
@NullMarked
package dev.segmentation.shell.ical;

import org.jspecify.annotations.NullMarked;
