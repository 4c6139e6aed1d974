package dev.segmentation.shell.command;

import dev.segmentation.api.InvalidSettingsException;
import dev.segmentation.api.Schemes;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.shell.json.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which scheme, and how it is set. */
final class SchemeOptions {

    @Option(names = "--scheme", required = true, paramLabel = "ID", description = "The scheme; see: segment schemes.")
    private String schemeId = "";

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "A JSON file of what is to be set otherwise; see: segment schemes ID.")
    private @Nullable Path settings;

    SegmentationScheme scheme() throws IOException {
        SegmentationScheme scheme = named("--scheme", schemeId);
        if (settings == null) {
            return scheme;
        }
        if (!Files.isRegularFile(settings)) {
            throw new UsageException("--settings must be a file, but there is none at " + settings);
        }
        try {
            return scheme.withSettings(SettingsFile.read(settings));
        } catch (InvalidSettingsException refused) {
            throw new DataException(settings + ": " + refused.getMessage());
        }
    }

    static SegmentationScheme named(String option, String id) {
        Schemes schemes = Schemes.load();
        if (!schemes.ids().contains(id)) {
            throw new UsageException(
                    option + " must be one of " + String.join(", ", schemes.ids()) + ", but was '" + id + "'");
        }
        return schemes.get(id);
    }
}
