package wengert.app;

import picocli.CommandLine.Option;

/// Which differentiated call of a program is meant.
final class CallOption {

    @Option(
            names = "--call",
            paramLabel = "N",
            description = "Which differentiated call, from 1; without it, the first.")
    int number = 1;

    /// Throws what is wrong with it whatever the program.
    void check() throws Wrong {
        if (number < 1) {
            throw new Wrong("--call counts from 1");
        }
    }
}
