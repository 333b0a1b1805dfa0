package wengert.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import wengert.canvas.GraphCommand;

/// `docs/keys.md` says which keys there are.
class KeysPageTest {

    private static final Path PAGE = Path.of("..", "docs", "keys.md");

    private static final String TOP =
            """
            # Keys

            F1, or a question mark where nothing is being written, lists all of these in the window; they can be
            searched and run from there. On a Mac ⌘ takes the place of Ctrl. The keys of the graph work while the graph
            has the keyboard: click it, or press Escape in the program.

            This page is made by a test from the program's own list. To make it anew:

            ```
            mvn -o -q -Dquick -pl app -am test -Dtest=KeysPageTest -Dwengert.write=true -Dsurefire.failIfNoSpecifiedTests=false
            ```
            """;

    private static final String HAND =
            """

            ## The hand, on the graph

            | To | do |
            | --- | --- |
            | move the picture | drag the ground, or two fingers on a trackpad |
            | put a card somewhere else | drag it |
            | zoom about the pointer | turn the wheel, or pinch |
            | move to the side | turn the wheel with Shift |
            | select a card | click it; with Shift, one more |
            | select several | draw a rectangle with Shift |
            | fold or unfold | double-click a folded card, or the title of an open group |
            | rename a group you made | double-click its title |
            | show another turn of a loop | the buttons ‹ and › beside its title |
            | know everything of a card | rest the pointer on it |
            | know which number of an array a colour is | point at it |
            | do any of this to a card, or to the graph | the right button |
            | go back to the view before, and forward again | the buttons at the thumb |
            | go somewhere else | press in the small map, or drag its frame |

            ## Inputs and plots

            | To | do |
            | --- | --- |
            | move a number | drag its slider, or the point of the plot; ← and → move them, ↑ and ↓ in its field, with Shift ten times as far |
            | set a number | write it into its field; Enter takes it, Esc leaves it |
            | see where a number comes from | rest the pointer on its name; click it to go there |
            | see more or less of a plot | turn the wheel, or + and −; 0 or a double-click shows the usual part |
            """;

    @Test
    void saysWhichKeysThereAre() throws IOException {
        String page = page();
        if (Boolean.getBoolean("wengert.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        var page = new StringBuilder(TOP);
        String part = "";
        for (Keys.Entry entry : Keys.all("Ctrl")) {
            if (!entry.part().equals(part)) {
                part = entry.part();
                page.append("\n## ").append(part).append("\n\n| To | press |\n| --- | --- |\n");
            }
            page.append("| %s | %s |\n".formatted(entry.title(), entry.keys()));
        }
        return page.append(HAND).toString();
    }

    @Test
    void noTwoCommandsOfThePartsThatMeetShareAKey() {
        var taken = new HashMap<String, Enum<?>>();
        for (WindowCommand command : WindowCommand.values()) {
            if (command.part() != WindowCommand.Part.WRITING) {
                command.keys().forEach(key -> assertThat(taken.put(key, command)).as(key).isNull());
            }
        }
        for (GraphCommand command : GraphCommand.values()) {
            command.keys().forEach(key -> assertThat(taken.put(key, command)).as(key).isNull());
        }
        taken.keySet().stream()
                .filter(key -> key.length() > 1)
                .forEach(key -> assertThat(KeyCombination.valueOf(key)).isNotNull());
    }
}
