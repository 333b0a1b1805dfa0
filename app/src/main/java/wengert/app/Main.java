package wengert.app;

import java.util.Locale;
import wengert.run.Budget;

/// Where the program starts.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // sentences are English wherever the program runs, and so are the numbers in them
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        System.exit(run(args));
    }

    /// Does what the command line asks for and says how it ended, 0 being well.
    static int run(String... args) {
        Terminal terminal = Terminal.standard();
        return args.length == 0
                ? Start.window(terminal, null, Budget.DEFAULT)
                : Commands.run(terminal, args);
    }
}
