package dev.segmentation.shell.command;

import dev.segmentation.api.InvalidSettingsException;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Settings;
import dev.segmentation.schemes.plan.ServicePlan;
import dev.segmentation.schemes.plan.Team;
import dev.segmentation.shell.json.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what each segment gets, who there is, and in which year. */
final class PlanOptions {

    @Option(
            names = "--plan",
            required = true,
            paramLabel = "FILE",
            description =
                    "A JSON file of what each segment gets, from which hours, cost and margin follow; see: segment plans.")
    private Path plan = Path.of("");

    @Option(
            names = "--team",
            required = true,
            paramLabel = "FILE",
            description = "A JSON file of who there is; see: segment plans team.")
    private Path team = Path.of("");

    @Option(names = "--year", paramLabel = "YEAR", description = "The year that is planned. Default: the next one.")
    private @Nullable Integer year;

    /** Gives the files that are read, none of which may be written. */
    List<Path> read() {
        return List.of(plan, team);
    }

    /** Reads the files, and holds them to each other and to the segments. */
    Planned planned(List<Segment> segments) throws IOException {
        Year planned = year();
        ServicePlan services = read("--plan", plan, ServicePlan::from);
        Team people = read("--team", team, Team::from);
        fits(() -> services.check(segments));
        fits(() -> people.check(services));
        return new Planned(services, people, planned);
    }

    private Year year() {
        if (year == null) {
            return Year.now(ZoneId.systemDefault()).plusYears(1);
        }
        if (year < 1900 || year > 9999) {
            throw new UsageException("--year must be from 1900 to 9999, but was " + year);
        }
        return Year.of(year);
    }

    private static <T> T read(String option, Path file, Function<Settings, T> made) throws IOException {
        ReviewOptions.check(option, file);
        Settings settings = SettingsFile.read(file);
        try {
            return made.apply(settings);
        } catch (InvalidSettingsException refused) {
            throw new DataException(file + ": " + refused.getMessage());
        }
    }

    private void fits(Runnable check) {
        try {
            check.run();
        } catch (InvalidSettingsException refused) {
            throw new DataException(plan + ": " + refused.getMessage());
        }
    }
}
