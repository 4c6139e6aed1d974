package dev.segmentation.shell.command;

import dev.segmentation.api.Explanation;
import dev.segmentation.api.Segmentation;
import dev.segmentation.shell.json.Answers;
import dev.segmentation.shell.table.ExplanationTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains why clients are where they are. */
@Command(
        name = "explain",
        description = "Explains why clients of a CSV file are in their segments, and what would move them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example:", "  segment explain C-0042 --scheme four-s --input clients.csv --id client_id"})
final class ExplainCommand implements Callable<Integer>, ReadsInput {

    @Parameters(arity = "1..*", paramLabel = "CLIENT", description = "The ids of the clients.")
    private List<String> clients = new ArrayList<>();

    @Mixin
    private SchemeOptions scheme = new SchemeOptions();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private Answer answer = new Answer();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Segmentation result = new SchemeRun(scheme, input, spec.commandLine().getErr()).segmentation();
        List<Explanation> explanations = new ArrayList<>();
        for (String client : clients) {
            int row = result.book()
                    .find(client)
                    .orElseThrow(() ->
                            new DataException("there must be a client '" + client + "' in the file, but is none"));
            explanations.add(result.explanation(row));
        }
        if (answer.isJson()) {
            out.print(Answers.explanations(explanations));
            return 0;
        }
        for (int i = 0; i < explanations.size(); i++) {
            out.print((i == 0 ? "" : System.lineSeparator()) + new ExplanationTable(explanations.get(i)));
        }
        return 0;
    }

    @Override
    public InputOptions input() {
        return input;
    }
}
