package dev.segmentation.shell.command;

import dev.segmentation.api.Settings;
import dev.segmentation.schemes.plan.ServicePlan;
import dev.segmentation.schemes.plan.Team;
import dev.segmentation.shell.json.SettingsFile;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the plans to start from, or prints one of them. */
@Command(
        name = "plans",
        description = "Lists service plans and a team to start from, or prints one as JSON.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Their figures are illustrative. Example:", "  segment plans four-s > plan.json"})
final class PlansCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The plan, or team, that is printed as JSON.")
    private @Nullable String name;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Map<String, Settings> all = new LinkedHashMap<>();
        all.put("four-s", ServicePlan.fourS().settings());
        all.put("abc", ServicePlan.abc().settings());
        all.put("engagement", ServicePlan.engagement().settings());
        all.put("team", Team.example().settings());
        if (name == null) {
            out.println("four-s      service plan for Platinum, Gold, Silver and Standard");
            out.println("abc         recognition for ideal, pre-ideal and exception clients");
            out.println("engagement  service plan for the quadrants A, B, C and D");
            out.println("team        an adviser, an associate and an assistant");
            return 0;
        }
        Settings asked = all.get(name);
        if (asked == null) {
            throw new UsageException(
                    "NAME must be one of " + String.join(", ", all.keySet()) + ", but was '" + name + "'");
        }
        out.print(SettingsFile.write(asked));
        return 0;
    }
}
