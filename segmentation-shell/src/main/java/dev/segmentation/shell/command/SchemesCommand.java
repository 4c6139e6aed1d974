package dev.segmentation.shell.command;

import dev.segmentation.api.Schemes;
import dev.segmentation.shell.json.Answers;
import dev.segmentation.shell.json.SettingsFile;
import dev.segmentation.shell.table.SchemeTable;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the schemes that were found. */
@Command(
        name = "schemes",
        description = "Lists the schemes: their ids, segments and measures.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Examples:", "  segment schemes", "  segment schemes four-s > settings.json"})
final class SchemesCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "A scheme, whose settings are printed as JSON: a start for a file for --settings.")
    private @Nullable String id;

    @Mixin
    private Answer answer = new Answer();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Schemes schemes = Schemes.load();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (id != null) {
            out.print(SettingsFile.write(SchemeOptions.named("ID", id).settings()));
            return 0;
        }
        if (answer.isJson()) {
            out.print(Answers.schemes(schemes.ids().stream().map(schemes::get).toList()));
        } else {
            list(schemes, out, err);
        }
        schemes.problems().forEach(problem -> err.println("segment: a scheme could not be loaded: " + problem));
        return 0;
    }

    private static void list(Schemes schemes, PrintWriter out, PrintWriter err) {
        for (String each : schemes.ids()) {
            try {
                out.print(new SchemeTable(schemes.get(each)));
            } catch (RuntimeException failure) { // a foreign scheme may answer anything; the others are still listed
                err.println("segment: scheme " + each + " cannot be described: " + failure);
            }
        }
    }
}
