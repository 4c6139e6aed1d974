package dev.segmentation.shell.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.segmentation.api.InvalidSettingsException;
import dev.segmentation.api.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings as a JSON file: schemes are configured with one, and segmenters are stored as one. */
public final class SettingsFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private SettingsFile() {}

    /**
     * Reads settings.
     *
     * @param file a JSON object in UTF-8
     * @return the settings
     * @throws IOException if the file cannot be read
     * @throws SettingsFileException if it is no JSON object; the message says where
     */
    public static Settings read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            Map<String, Object> values = JSON.readValue(bytes, new TypeReference<@Nullable Map<String, Object>>() {});
            if (values == null) {
                throw new SettingsFileException(file + ": must be a JSON object, but is null");
            }
            return Settings.of(values);
        } catch (MismatchedInputException refused) {
            throw new SettingsFileException(file + ": must be a JSON object, but is empty or something else");
        } catch (JsonProcessingException refused) {
            JsonLocation at = refused.getLocation();
            String where = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
            throw new SettingsFileException(file + where + ": must be JSON, but is not: "
                    + refused.getOriginalMessage()
                            .lines()
                            .findFirst()
                            .orElse("")
                            .replaceAll(" *[\\[(](Source|for|start).*", ""));
        } catch (InvalidSettingsException refused) {
            throw new SettingsFileException(file + ": " + refused.getMessage());
        }
    }

    /**
     * Writes settings as JSON, with an end of line.
     *
     * @param settings the settings
     * @return the text
     */
    public static String write(Settings settings) {
        try {
            return JSON.writeValueAsString(settings.toMap()) + System.lineSeparator();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
