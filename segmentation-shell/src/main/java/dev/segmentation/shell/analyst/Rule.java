package dev.segmentation.shell.analyst;

import dev.segmentation.api.Client;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Gives the segment of a client; to be typed as a lambda. */
@FunctionalInterface
public interface Rule extends Serializable {

    /**
     * Gives the name of a client's segment.
     *
     * @param client the client
     * @return the name, or {@code null} where the client cannot be judged
     */
    @Nullable String segment(Client client);
}
