package dev.segmentation.shell.command;

import picocli.CommandLine.Option;

/** The option that says in which form the answer is given. */
final class Answer {

    @Option(names = "--json", description = "Gives the answer as a JSON object, for programs.")
    private boolean json;

    boolean isJson() {
        return json;
    }
}
