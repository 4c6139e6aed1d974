package dev.segmentation.shell.command;

/** Says what is wrong in the command itself. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
