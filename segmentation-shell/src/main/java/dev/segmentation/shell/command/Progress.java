package dev.segmentation.shell.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Timer;
import java.util.TimerTask;

/** Tells in one line of a terminal what is being done, from the second second on. */
final class Progress implements AutoCloseable {

    private final PrintWriter err;
    private final String what;
    private int seconds;

    private Progress(PrintWriter err, String what) {
        this.err = err;
        this.what = what;
    }

    /** Does some work; tells of it where the start script found that standard error is a terminal. */
    static <T> T during(PrintWriter err, String what, Work<T> work) throws IOException {
        return during(err, what, Boolean.getBoolean("segment.progress"), 1_000, work);
    }

    static <T> T during(PrintWriter err, String what, boolean isTerminal, long second, Work<T> work)
            throws IOException {
        if (!isTerminal) {
            return work.done();
        }
        Timer clock = new Timer("progress", true);
        try (Progress progress = new Progress(err, what)) {
            clock.scheduleAtFixedRate(
                    new TimerTask() {
                        @Override
                        public void run() {
                            progress.tell();
                        }
                    },
                    second,
                    second);
            return work.done();
        } finally {
            clock.cancel();
        }
    }

    private synchronized void tell() {
        if (seconds >= 0) {
            seconds++;
            err.print("\r" + line());
            err.flush();
        }
    }

    private String line() {
        return "segment: " + what + ", " + seconds + " s";
    }

    /** Clears the line. */
    @Override
    public synchronized void close() {
        if (seconds > 0) {
            err.print("\r" + " ".repeat(line().length()) + "\r");
            err.flush();
        }
        seconds = -1;
    }

    /** What takes its time. */
    @FunctionalInterface
    interface Work<T> {

        /** Does it. */
        T done() throws IOException;
    }
}
