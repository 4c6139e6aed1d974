package dev.segmentation.shell.command;

import dev.segmentation.core.analysis.BookDescription;
import dev.segmentation.shell.csv.ClientColumns;
import dev.segmentation.shell.csv.ClientFile;
import dev.segmentation.shell.csv.ClientFileReader;
import dev.segmentation.shell.csv.GuessedColumns;
import dev.segmentation.shell.json.Answers;
import dev.segmentation.shell.table.DescriptionTable;
import dev.segmentation.shell.table.LinesTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Describes the clients of a CSV file: how the values of each measure lie, and which texts there are. */
@Command(
        name = "describe",
        description = "Describes the clients of a CSV file: what each column is, how its values lie, what is missing.",
        mixinStandardHelpOptions = true,
        modelTransformer = DescribeCommand.IdMayBeLeftOut.class,
        versionProvider = Version.class,
        footer = {
            "",
            "A column of numbers alone is a measure, any other a text. Examples:",
            "  segment describe --input clients.csv",
            "  segment describe --input export.csv --id Customer --text Branch --locale de"
        })
final class DescribeCommand implements Callable<Integer>, ReadsInput {

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(
            names = "--text",
            paramLabel = "COLUMN",
            description = "A column that is a text though it holds numbers. May be given several times.")
    private Set<String> texts = new LinkedHashSet<>();

    @Mixin
    private Answer answer = new Answer();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        ClientFile file = input.open();
        input.assumeIds(file, err);
        texts.forEach(text -> InputOptions.checkColumn("--text", text, file));
        ClientColumns columns = input.guessed(file, texts);
        ClientFileReader.Clients clients = input.read(file, columns, err);
        BookDescription description = BookDescription.of(clients.book());
        if (answer.isJson()) {
            out.print(Answers.description(description));
        } else {
            out.print(new LinesTable(GuessedColumns.told(file, columns)));
            out.println();
            out.print(new DescriptionTable(description));
        }
        return 0;
    }

    @Override
    public InputOptions input() {
        return input;
    }

    /** A file can be described before anybody knows which column tells its clients apart. */
    static final class IdMayBeLeftOut implements IModelTransformer {

        @Override
        public CommandSpec transform(CommandSpec command) {
            OptionSpec id = command.findOption("--id");
            return command.remove(id)
                    .addOption(OptionSpec.builder(id)
                            .required(false)
                            .description("The column of the clients' ids. Default: the first one.")
                            .build());
        }
    }
}
