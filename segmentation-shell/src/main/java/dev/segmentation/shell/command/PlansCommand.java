package dev.segmentation.shell.command;

import dev.segmentation.api.Settings;
import dev.segmentation.schemes.plan.ServicePlan;
import dev.segmentation.schemes.plan.Team;
import dev.segmentation.shell.json.Answers;
import dev.segmentation.shell.json.SettingsFile;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    private static final List<Start> STARTS = List.of(
            new Start(
                    "four-s",
                    "service plan for Platinum, Gold, Silver and Standard",
                    ServicePlan.fourS().settings()),
            new Start(
                    "abc",
                    "recognition for ideal, pre-ideal and exception clients",
                    ServicePlan.abc().settings()),
            new Start(
                    "engagement",
                    "service plan for the quadrants A, B, C and D",
                    ServicePlan.engagement().settings()),
            new Start(
                    "team",
                    "an adviser, an associate and an assistant",
                    Team.example().settings()));

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The plan, or team, that is printed as JSON.")
    private @Nullable String name;

    @Mixin
    private Answer answer = new Answer();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (name != null) {
            out.print(SettingsFile.write(named(name).settings()));
        } else if (answer.isJson()) {
            Map<String, String> descriptions = new LinkedHashMap<>();
            STARTS.forEach(start -> descriptions.put(start.name(), start.description()));
            out.print(Answers.plans(descriptions));
        } else {
            STARTS.forEach(
                    start -> out.println(String.format(Locale.ROOT, "%-10s  %s", start.name(), start.description())));
        }
        return 0;
    }

    private static Start named(String name) {
        return STARTS.stream()
                .filter(start -> start.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("NAME must be one of "
                        + String.join(", ", STARTS.stream().map(Start::name).toList()) + ", but was '" + name + "'"));
    }

    /** Something to start from. */
    private record Start(String name, String description, Settings settings) {}
}
