package dev.segmentation.api;

/** Says that a setting is not known, is not there, or has a value that cannot be. */
public final class InvalidSettingsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String path;

    /**
     * Says which setting it was and what is wrong with it.
     *
     * @param path where it is, such as {@code tiers.shares[1]}
     * @param problem what is wrong, such as {@code must be a number, but was 'x'}
     */
    public InvalidSettingsException(String path, String problem) {
        super("setting " + path + " " + problem);
        this.path = path;
    }

    /**
     * Gives where the setting is.
     *
     * @return the path; items of lists count from 0
     */
    public String path() {
        return path;
    }
}
