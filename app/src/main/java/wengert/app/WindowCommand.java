package wengert.app;

import java.util.List;

/// Everything that can be asked of the window, with the keys that ask for it. Menus, the list of keys and its page in
/// the documentation are made from this and from the graph's own [wengert.canvas.GraphCommand]s.
enum WindowCommand {
    NEW("New program", Part.PROGRAM, "Shortcut+N"),
    OPEN("Open …", Part.PROGRAM, "Shortcut+O"),
    SAVE("Save", Part.PROGRAM, "Shortcut+S"),
    SAVE_AS("Save as …", Part.PROGRAM, "Shortcut+Shift+S"),
    EXPORT("Export …", Part.PROGRAM, "Shortcut+Shift+E"),
    QUIT("Quit", Part.PROGRAM, "Shortcut+Q"),

    KEYS("Commands and keys …", Part.WINDOW, "F1", "?"),
    SETTINGS("Settings …", Part.WINDOW, "Shortcut+Comma"),
    PRESENT("Present", Part.WINDOW, "F5"),
    FULL_SCREEN("Full screen", Part.WINDOW, "F11"),
    PROGRAM_PANEL("Program and results", Part.WINDOW, "Shortcut+1"),
    LIST_PANEL("Wengert list", Part.WINDOW, "Shortcut+2"),
    CHAIN_PANEL("Chain rule", Part.WINDOW, "Shortcut+3"),
    TO_PROGRAM("Write in the program", Part.WINDOW, "Shortcut+E"),
    TO_INPUTS("Move the numbers that go in", Part.WINDOW, "Shortcut+I"),
    TO_GRAPH("Give the keyboard to the graph", Part.WINDOW, "Shortcut+G"),

    PLAY("Play or pause", Part.SWEEP, "Space", "Shortcut+Enter"),
    STEP("One step on", Part.SWEEP, "Right", "Page Down"),
    STEP_BACK("One step back", Part.SWEEP, "Left", "Page Up"),
    TO_THE_BEGINNING("To the beginning", Part.SWEEP, "Home"),
    TO_THE_END("To the end", Part.SWEEP, "End"),
    FASTER("Play faster", Part.SWEEP, "Shift+Page Up"),
    SLOWER("Play slower", Part.SWEEP, "Shift+Page Down"),
    REPEAT("Play again and again, or once", Part.SWEEP, "Shift+L"),
    NEXT_GRAIN("Step by edge, by node, by group", Part.SWEEP, "E"),
    OTHER_MODE("Reverse or forward mode", Part.SWEEP, "W"),
    NEXT_NUMBER("The next number: that moves, or that the way back begins at", Part.SWEEP, "V"),
    PREVIOUS_NUMBER("The number before", Part.SWEEP, "Shift+V"),
    DIFFERENTIATE_AGAIN("Differentiate again", Part.SWEEP, "Shift+D"),
    ASCEND("Back to what was differentiated", Part.SWEEP, "Shift+U"),

    FIND("Find in the program", Part.WRITING, "Shortcut+F"),
    REPLACE("Find and replace", Part.WRITING, "Shortcut+H"),
    COMPLETE("Offer names", Part.WRITING, "Ctrl+Space"),
    COMMENT("Make a comment of lines, or undo it", Part.WRITING, "Shortcut+Slash"),
    NEXT_MISTAKE("To the next mistake", Part.WRITING, "F8", "Shortcut+Period"),
    PREVIOUS_MISTAKE("To the mistake before", Part.WRITING, "Shift+F8"),
    LEAVE("Leave the program", Part.WRITING, "Esc");

    /// What a command is about.
    enum Part {
        PROGRAM("The program"),
        WINDOW("The window"),
        SWEEP("The sweep, everywhere but in text; there with Alt"),
        WRITING("In the program's text");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final String title;
    private final Part part;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<String> keys;

    WindowCommand(String title, Part part, String... keys) {
        this.title = title;
        this.part = part;
        this.keys = List.of(keys);
    }

    String title() {
        return title;
    }

    Part part() {
        return part;
    }

    /// The keys that ask for it, as [javafx.scene.input.KeyCombination] writes them, the one to be shown first.
    List<String> keys() {
        return keys;
    }
}
