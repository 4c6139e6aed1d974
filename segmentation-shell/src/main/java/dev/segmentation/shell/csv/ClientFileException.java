package dev.segmentation.shell.csv;

/** Says what is wrong in a client file, and where; the message is meant for the one who made the file. */
public final class ClientFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ClientFileException(String message) {
        super(message);
    }
}
