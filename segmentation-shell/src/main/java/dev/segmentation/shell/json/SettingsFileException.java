package dev.segmentation.shell.json;

/** Says what is wrong in a file of settings, and where. */
public final class SettingsFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SettingsFileException(String message) {
        super(message);
    }
}
