package dev.segmentation.shell.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What JSON is made of: objects whose keys keep their order, lists and numbers. */
final class Json {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return object;
    }

    static <T> List<Object> list(Collection<T> items, Function<? super T, ?> one) {
        List<Object> list = new ArrayList<>();
        items.forEach(item -> list.add(one.apply(item)));
        return list;
    }

    /** JSON has no word for what is no number. */
    static @Nullable Object number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** Writes an object, with an end of line. */
    static String text(Map<String, @Nullable Object> object) {
        try {
            return JSON.writeValueAsString(object) + System.lineSeparator();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
