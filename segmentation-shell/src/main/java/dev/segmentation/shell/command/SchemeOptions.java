package dev.segmentation.shell.command;

import dev.segmentation.api.InvalidSettingsException;
import dev.segmentation.api.Schemes;
import dev.segmentation.api.Segment;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Settings;
import dev.segmentation.shell.json.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which scheme, and how it is set; or what an earlier run learnt. */
final class SchemeOptions {

    @Option(names = "--scheme", paramLabel = "ID", description = "The scheme; see: segment schemes.")
    private @Nullable String schemeId;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "A JSON file of what is to be set otherwise; see: segment schemes ID.")
    private @Nullable Path settings;

    @Option(
            names = "--segmenter",
            paramLabel = "FILE",
            description = "Places the clients as an earlier run learnt it, in place of --scheme; written by"
                    + " --save-segmenter.")
    private @Nullable Path segmenter;

    /** Gives the scheme as it is set. */
    SegmentationScheme scheme() throws IOException {
        if ((schemeId == null) == (segmenter == null)) {
            throw new UsageException("there must be either --scheme or --segmenter, but there "
                    + (schemeId == null ? "is neither" : "are both"));
        }
        if (segmenter != null && settings != null) {
            throw new UsageException("--segmenter holds its own settings; it cannot be used with --settings");
        }
        if (segmenter != null) {
            return named("the scheme in " + segmenter, schemeIn(segmenter));
        }
        SegmentationScheme scheme = named("--scheme", schemeId);
        return settings == null ? scheme : set(scheme, settings);
    }

    /** Gives what is asked of the file. */
    Asked asked(SegmentationScheme scheme) throws IOException {
        Segmenter learnt = segmenter(scheme);
        return learnt == null ? Asked.by(scheme, named("--scheme", scheme.id())) : Asked.by(learnt);
    }

    /** Gives the segments that clients can be in. */
    List<Segment> segments(SegmentationScheme scheme) throws IOException {
        Segmenter learnt = segmenter(scheme);
        return learnt == null ? scheme.segments() : learnt.segments();
    }

    /** Says whether the clients are to be placed as an earlier run learnt it. */
    boolean isLearnt() {
        return segmenter != null;
    }

    /** Gives the files that are read, none of which may be written. */
    List<Path> read() {
        return Stream.of(settings, segmenter).flatMap(Stream::ofNullable).toList();
    }

    /** Gives what an earlier run learnt, where that is told. */
    @Nullable Segmenter segmenter(SegmentationScheme scheme) throws IOException {
        if (segmenter == null) {
            return null;
        }
        try {
            return scheme.segmenter(stored(segmenter));
        } catch (InvalidSettingsException | UnsupportedOperationException refused) {
            throw new DataException(segmenter + ": " + refused.getMessage());
        }
    }

    private static Settings stored(Path file) throws IOException {
        ReviewOptions.check("--segmenter", file);
        return SettingsFile.read(file);
    }

    static SegmentationScheme set(SegmentationScheme scheme, Path file) throws IOException {
        ReviewOptions.check("--settings", file);
        try {
            return scheme.withSettings(SettingsFile.read(file));
        } catch (InvalidSettingsException refused) {
            throw new DataException(file + ": " + refused.getMessage());
        }
    }

    private static String schemeIn(Path file) throws IOException {
        Settings stored = stored(file);
        try {
            return stored.text("scheme").orElseThrow(stored.lacking("scheme"));
        } catch (InvalidSettingsException refused) {
            throw new DataException(file + ": " + refused.getMessage());
        }
    }

    static SegmentationScheme named(String option, @Nullable String id) {
        Schemes schemes = Schemes.load();
        if (id == null || !schemes.ids().contains(id)) {
            throw new UsageException(option + " must be one of " + String.join(", ", schemes.ids()) + ", but was '" + id
                    + "'" + notLoaded(schemes));
        }
        return schemes.get(id);
    }

    /** The scheme that is meant may be there, and broken. */
    private static String notLoaded(Schemes schemes) {
        return schemes.problems().stream()
                .map(problem -> System.lineSeparator() + "segment: a scheme could not be loaded: " + problem)
                .collect(Collectors.joining());
    }
}
