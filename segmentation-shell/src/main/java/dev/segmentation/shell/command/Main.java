package dev.segmentation.shell.command;

import dev.segmentation.shell.csv.ClientFileException;
import dev.segmentation.shell.json.SettingsFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code segment}: divides the clients of a CSV file into segments. */
@Command(
        name = "segment",
        description = "Divides a book of clients into segments, and says why each client is where it is.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example:", "  segment run --scheme four-s --input clients.csv --id client_id"})
public final class Main {

    private static final List<Class<?>> COMMANDS = List.of(
            SchemesCommand.class,
            DescribeCommand.class,
            RunCommand.class,
            ExplainCommand.class,
            CompareCommand.class,
            NichesCommand.class,
            RankCommand.class,
            PlansCommand.class,
            PlanCommand.class,
            ReportCommand.class,
            GenerateCompletion.class);

    static final int DATA = 1;
    static final int USAGE = 2;

    private Main() {}

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param args the words of the command line
     */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /** Runs the command and gives its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = line(args)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, words) -> {
                    err.println("segment: " + String.valueOf(e.getMessage()).replaceFirst("^Error: ", ""));
                    err.println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
                    return USAGE;
                })
                .setExecutionExceptionHandler((e, command, words) -> failed(e, err));
        if (args.length == 0) {
            line.usage(err);
            return USAGE;
        }
        int code;
        try {
            code = line.execute(args);
        } catch (OutOfMemoryError e) {
            err.println("segment: the clients must fit into the heap, but do not; give more of it, for example by"
                    + " SEGMENT_JAVA_OPTS=-Xmx4g");
            return DATA;
        } finally {
            forget(line, err);
        }
        err.flush();
        if (out.checkError()) {
            err.println("segment: the answer could not be written to standard output");
            return DATA;
        }
        return code;
    }

    /** Knows only the command that is asked for, where that is one: the options of all take longer than most commands do. */
    private static CommandLine line(String... args) {
        CommandLine line = new CommandLine(new Main());
        List<Class<?>> asked = COMMANDS.stream()
                .filter(command -> args.length > 0 && isCalled(command, args[0]) && command != GenerateCompletion.class)
                .toList();
        (asked.isEmpty() ? COMMANDS : asked).forEach(command -> line.addSubcommand(new CommandLine(command)));
        return line;
    }

    private static boolean isCalled(Class<?> command, String name) {
        return command.getAnnotation(Command.class).name().equals(name);
    }

    /** Deletes what commands spooled. */
    private static void forget(CommandLine line, PrintWriter err) {
        for (CommandLine each : line.getSubcommands().values()) {
            if (each.getCommand() instanceof ReadsInput reader) {
                try {
                    reader.input().close();
                } catch (IOException e) {
                    err.println("segment: " + e.getMessage());
                }
            }
        }
    }

    /** Says what failed in one message; what is nobody's input error is thrown on. */
    private static int failed(Exception e, PrintWriter err) throws Exception {
        if (e instanceof UsageException) {
            err.println("segment: " + e.getMessage());
            return USAGE;
        }
        if (e instanceof ClientFileException || e instanceof SettingsFileException || e instanceof DataException) {
            err.println("segment: " + e.getMessage());
            return DATA;
        }
        if (e instanceof FileSystemException file) {
            String reason = e instanceof AccessDeniedException ? "access is denied" : file.getReason();
            err.println("segment: " + file.getFile() + ": " + (reason == null ? "cannot be used" : reason));
            return DATA;
        }
        if (e instanceof IOException) {
            err.println("segment: " + e.getMessage());
            return DATA;
        }
        throw e;
    }
}
