package dev.segmentation.shell.command;

import dev.segmentation.api.Direction;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.core.analysis.MeasureRanking;
import dev.segmentation.core.ranking.NaNPolicy;
import dev.segmentation.core.ranking.PercentRank;
import dev.segmentation.core.ranking.Ranking;
import dev.segmentation.core.ranking.TieMethod;
import dev.segmentation.shell.csv.ClientColumns;
import dev.segmentation.shell.csv.ClientFile;
import dev.segmentation.shell.csv.ClientFileReader;
import dev.segmentation.shell.json.Answers;
import dev.segmentation.shell.table.RankingTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ranks the clients of a CSV file by one measure. */
@Command(
        name = "rank",
        description = "Ranks the clients of a CSV file by one column of numbers.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  segment rank --measure revenue --input clients.csv --id client_id",
            "  segment rank --measure hours --ties average --unknown worst --input clients.csv --id client_id"
        })
final class RankCommand implements Callable<Integer>, ReadsInput {

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(names = "--measure", required = true, paramLabel = "COLUMN", description = "The column to rank by.")
    private String measure = "";

    /** Which end of the values is best. */
    enum Best {
        HIGHER(Direction.HIGHER_IS_BETTER),
        LOWER(Direction.LOWER_IS_BETTER);

        private final Direction direction;

        Best(Direction direction) {
            this.direction = direction;
        }
    }

    @Option(
            names = "--better",
            paramLabel = "higher|lower",
            description =
                    "Which values are better. Default: lower for hours, direct_cost and years_to_ideal, else higher.")
    private @Nullable Best better;

    @Option(
            names = "--ties",
            paramLabel = "METHOD",
            defaultValue = "min",
            description =
                    "Which rank equal values get: min, max, average, dense or ordinal. Default: ${DEFAULT-VALUE}.")
    private TieMethod ties = TieMethod.MIN;

    @Option(
            names = "--unknown",
            paramLabel = "POLICY",
            defaultValue = "keep",
            description = "What becomes of unknown values: keep (no rank), worst, best or refuse. Default:"
                    + " ${DEFAULT-VALUE}.")
    private NaNPolicy unknown = NaNPolicy.KEEP;

    @Option(
            names = "--percent-rank",
            paramLabel = "KIND",
            defaultValue = "weak",
            description = "Which percent rank: weak (the part that is as good or worse), strict, mid, percent_rank or"
                    + " cume_dist. Default: ${DEFAULT-VALUE}.")
    private PercentRank percentRank = PercentRank.WEAK;

    @Option(
            names = "--top",
            paramLabel = "CLIENTS",
            defaultValue = "20",
            description = "How many clients the table shows. Default: ${DEFAULT-VALUE}. JSON has all.")
    private int top = 20;

    @Mixin
    private Answer answer = new Answer();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (top < 0) {
            throw new UsageException("--top must be 0 or more, but was " + top);
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        ClientFile file = input.open();
        InputOptions.checkColumn("--measure", measure, file);
        if (measure.isBlank()) {
            throw new UsageException(
                    "--measure must name a column with a letter in its name, but was '" + measure + "'");
        }
        Measure named = Measure.named(measure.strip());
        Measure ranked = better == null ? named : new Measure(named.name(), better.direction);
        ClientColumns columns =
                new ClientColumns(input.idColumn(), Map.of(Requirement.uses(ranked), measure), Map.of());
        ClientFileReader.Clients clients =
                input.read(file, columns, spec.commandLine().getErr());
        MeasureRanking ranking = ranking(clients, ranked);
        out.print(answer.isJson() ? Answers.ranking(ranking) : new RankingTable(ranking, top));
        return 0;
    }

    private MeasureRanking ranking(ClientFileReader.Clients clients, Measure ranked) {
        if (unknown == NaNPolicy.REFUSE) {
            long missing = clients.book().summary(ranked).missing();
            if (missing > 0) {
                throw new DataException(String.format(
                        Locale.ROOT,
                        "%s: column '%s' must have a number for each client, but lacks %d",
                        clients.file().name(),
                        measure,
                        missing));
            }
        }
        return MeasureRanking.of(
                clients.book(), ranked, Ranking.withDefaults().withTies(ties).withNaN(unknown), percentRank);
    }

    @Override
    public InputOptions input() {
        return input;
    }
}
