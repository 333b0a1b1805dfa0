/// The editor: where the program is written, and where the source shows what is going on.
///
/// Words are coloured by the language's own lexer. What is wrong is underlined where it is and said at the
/// line's end; the expression at work in the current step is framed, and lines show what they came to.
///
/// Start at [EditorPane]. This package looks at [wengert.session], [wengert.story], [wengert.drawing],
/// [wengert.theme] and the engine.
@NullMarked
package wengert.editor;

import org.jspecify.annotations.NullMarked;
