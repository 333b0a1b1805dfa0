/// The program: the window put together from its views, the command line, documents.
///
/// This is the only room that knows all the others. Nothing is computed or drawn here; what the user
/// asked for is handed to the room that can do it, and what the world answers (a missing file, a full
/// disk) is turned into one sentence.
///
/// What can be asked of the window is listed in [WindowCommand]: menus, the list of commands and `docs/keys.md` are
/// made from it, and [Orders] does it.
///
/// Start at [Main]. This package looks at everything, and nothing looks at it.
@NullMarked
package wengert.app;

import org.jspecify.annotations.NullMarked;
