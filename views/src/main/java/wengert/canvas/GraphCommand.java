package wengert.canvas;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Everything that can be asked of the graph, with the key that asks for it while the graph has the keyboard. The
/// context menu, the menus of the window and the list of keys are all made from this.
public enum GraphCommand {
    FIT("Show the whole graph", Part.VIEW, "F"),
    FIT_SELECTION("Show what is selected, large", Part.VIEW, "Shift+F"),
    ACTUAL_SIZE("Actual size", Part.VIEW, "0"),
    ZOOM_IN("Zoom in", Part.VIEW, "Plus"),
    ZOOM_OUT("Zoom out", Part.VIEW, "Minus"),
    PAN_LEFT("Move to the left", Part.VIEW, "Shift+Left"),
    PAN_RIGHT("Move to the right", Part.VIEW, "Shift+Right"),
    PAN_UP("Move up", Part.VIEW, "Shift+Up"),
    PAN_DOWN("Move down", Part.VIEW, "Shift+Down"),
    BACK("Back to the view before", Part.VIEW, "Backspace"),
    FORWARD("Forward again", Part.VIEW, "Shift+Backspace"),
    FOLLOW("Follow the node at work", Part.VIEW, "L"),
    MINIMAP("Small map", Part.VIEW, "M"),
    UNTAKEN("Branches that were not taken", Part.VIEW, "Shift+B"),
    UNUSED("What the result does not depend on", Part.VIEW, "H"),
    TOP_DOWN("From the top down, or from left to right", Part.VIEW, "R"),
    BY_FORCE("By force, or in layers", Part.VIEW, "Shift+R"),

    FIND("Find in the graph …", Part.FIND, "Shortcut+F", "/"),
    FIND_NEXT("Next find", Part.FIND, "F3"),
    FIND_PREVIOUS("Find before", Part.FIND, "Shift+F3"),

    TO_ARGUMENT("To its argument", Part.NODE, "Alt+Left"),
    TO_USER("To where it is used", Part.NODE, "Alt+Right"),
    TO_ABOVE("To the card above", Part.NODE, "Alt+Up"),
    TO_BELOW("To the card below", Part.NODE, "Alt+Down"),
    TO_NEXT("To the next card", Part.NODE, "Down"),
    TO_PREVIOUS("To the card before", Part.NODE, "Up"),
    TELL("Tell everything about it", Part.NODE, "I"),
    COPY_VALUE("Copy the value", Part.NODE, "Shortcut+C"),
    SOURCE("Go to the source", Part.NODE, "S"),
    PLAY_TO("Play to here", Part.NODE, "P"),
    BREAKPOINT("Pause here when playing", Part.NODE, "B"),

    NEAR("Focus on what is next to it", Part.FOCUS, "1"),
    NEARER("Focus on two steps around it", Part.FOCUS, "2"),
    ARGUMENTS("Focus on what this depends on", Part.FOCUS, "D"),
    USERS("Focus on what depends on this", Part.FOCUS, "U"),
    EVERYTHING("Nothing selected, searched or faded", Part.FOCUS, "Esc"),

    SELECT("Select it, or let it go", Part.SELECT, "Shift+Enter"),
    SELECT_ALL("Select everything", Part.SELECT, "Shortcut+A"),

    FOLD("Fold or unfold", Part.GROUP, "Enter"),
    FOLD_ALL("Fold or unfold everything", Part.GROUP, "X"),
    NEXT_TURN("Show the loop's next turn", Part.GROUP, "."),
    PREVIOUS_TURN("Show the turn before", Part.GROUP, ","),
    TO_TURN("Show a turn by its number …", Part.GROUP, "N"),
    ALL_TURNS("Show all turns of the loop", Part.GROUP, "Shift+X"),
    SPLIT("One card for all its uses, or one at each", Part.GROUP, "O"),
    STRUCTURE("One card for a structure, or one for each field", Part.GROUP, "Shift+O"),
    GROUP("Group what is selected", Part.GROUP, "G"),
    UNGROUP("Undo the group", Part.GROUP, "Shift+G"),
    RENAME("Rename the group …", Part.GROUP, "F2"),
    TIDY("Put the cards back where they belong", Part.GROUP, "T"),
    UNDO("Take back the last move of a card", Part.GROUP, "Shortcut+Z"),
    REDO("Move it again", Part.GROUP, "Shortcut+Shift+Z", "Shortcut+Y");

    /// What a command is about.
    public enum Part {
        VIEW,
        FIND,
        NODE,
        FOCUS,
        SELECT,
        GROUP
    }

    private final String title;
    private final Part part;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<String> keys;

    @SuppressWarnings("ImmutableEnumChecker") // likewise
    private final List<KeyCombination> combinations;

    GraphCommand(String title, Part part, String... keys) {
        this.title = title;
        this.part = part;
        this.keys = List.of(keys);
        combinations =
                Arrays.stream(keys)
                        .filter(key -> !isSign(key))
                        .map(KeyCombination::valueOf)
                        .toList();
    }

    /// Whether a key is known by the sign it writes, since keyboards have it in different places.
    private static boolean isSign(String key) {
        return Set.of("Plus", "Minus", "/", ".", ",").contains(key);
    }

    public String title() {
        return title;
    }

    public Part part() {
        return part;
    }

    /// The keys that ask for it, as [KeyCombination] writes them, the one to be shown first.
    public List<String> keys() {
        return keys;
    }

    /// What a key asks for; null for nothing.
    static @Nullable GraphCommand of(KeyEvent event) {
        for (GraphCommand command : values()) {
            if (command.combinations.stream().anyMatch(keys -> keys.match(event))) {
                return command;
            }
        }
        return null;
    }

    /// What a sign asks for, on whichever key a keyboard has it; null for nothing.
    static @Nullable GraphCommand of(String sign) {
        return switch (sign) {
            case "+", "=" -> ZOOM_IN;
            case "-", "−" -> ZOOM_OUT;
            case "/" -> FIND;
            case "." -> NEXT_TURN;
            case "," -> PREVIOUS_TURN;
            default -> null;
        };
    }
}
