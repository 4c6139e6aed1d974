package dev.segmentation.shell.command;

/** Says that a scheme refused the clients of a file. */
final class DataException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DataException(String message) {
        super(message);
    }
}
