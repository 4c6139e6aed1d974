package dev.segmentation.testkit;

import dev.segmentation.api.InvalidSettingsException;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Optional;

/** What must be so of what is written down and read back. */
final class StoreLaws {

    private static final String NO_SUCH_KEY = "no_such_key";

    private final Trial trial;

    StoreLaws(Trial trial) {
        this.trial = trial;
    }

    Optional<String> survivesSerialization(Sample sample) {
        Segmentation result = trial.segmented(sample).orElse(null);
        if (result == null) {
            return Optional.empty();
        }
        try {
            return Trial.difference(
                    sample, result, copy(result.segmenter()), "by the segmenter written and read again");
        } catch (IOException | ClassNotFoundException | ClassCastException failure) {
            return Optional.of("the segmenter cannot be written and read again: " + failure);
        }
    }

    private static Segmenter copy(Segmenter segmenter) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(segmenter);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Segmenter) in.readObject();
        }
    }

    Optional<String> survivesPlainData(Sample sample) {
        Segmentation result = trial.segmented(sample).orElse(null);
        if (result == null) {
            return Optional.empty();
        }
        try {
            Settings written = result.segmenter().settings();
            // Through a map, as a file would hold it.
            Segmenter read = trial.scheme().segmenter(Settings.of(written.toMap()));
            return Trial.difference(sample, result, read, "by the segmenter read from its plain data");
        } catch (UnsupportedOperationException notSupported) {
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of("the segmenter cannot be read from its own plain data: " + failure);
        }
    }

    Optional<String> settingsAreHonoured(Sample sample) {
        SegmentationScheme scheme = trial.scheme();
        Settings settings = scheme.settings();
        SegmentationScheme same;
        SegmentationScheme untouched;
        try {
            same = scheme.withSettings(Settings.of(settings.toMap()));
            untouched = scheme.withSettings(Settings.empty());
        } catch (RuntimeException refused) {
            return Optional.of("its own settings, or none, are refused: " + refused);
        }
        return difference(sample, same, "with its own settings set again")
                .or(() -> difference(sample, untouched, "with nothing set"));
    }

    private Optional<String> difference(Sample sample, SegmentationScheme other, String when) {
        SegmentationScheme scheme = trial.scheme();
        if (!other.id().equals(scheme.id())
                || !other.segments().equals(scheme.segments())
                || !other.requirements().equals(scheme.requirements())
                || !other.attributes().equals(scheme.attributes())
                || !other.settings().equals(scheme.settings())) {
            return Optional.of("it is another scheme " + when + ": of id " + other.id() + ", " + other.segments()
                    + ", requirements " + other.requirements() + ", attributes " + other.attributes()
                    + " and settings " + other.settings().toMap());
        }
        Optional<Segmentation> result = trial.segmented(sample);
        Optional<Segmentation> again = trial.segmented(other, sample);
        if (result.isPresent() != again.isPresent()) {
            return Optional.of("the book is refused by one of two, the scheme and the same " + when);
        }
        return result.flatMap(
                first -> Trial.difference(sample, first, again.orElseThrow().segmenter(), when));
    }

    void unknownSettingIsRefused() {
        String instead;
        try {
            trial.scheme().withSettings(Settings.empty().with(NO_SUCH_KEY, 1));
            instead = "it was taken";
        } catch (InvalidSettingsException refused) {
            instead = refused.path().equals(NO_SUCH_KEY) ? "" : "the path was '" + refused.path() + "'";
        } catch (RuntimeException unexpected) {
            instead = "it met " + unexpected;
        }
        if (!instead.isEmpty()) {
            trial.fail("the setting '" + NO_SUCH_KEY
                    + "' must be refused by an InvalidSettingsException of that path, but " + instead
                    + "; begin withSettings with settings.allow(…)");
        }
    }
}
