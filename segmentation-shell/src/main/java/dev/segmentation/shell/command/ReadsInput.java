package dev.segmentation.shell.command;

/** A command that reads clients; what it spooled is deleted when it ends. */
interface ReadsInput {

    /** Gives where they are read from. */
    InputOptions input();
}
