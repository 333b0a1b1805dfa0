/// How the window looks: colours that mean something, type, spacing.
///
/// Everything visual that is not drawn on the canvas stands in the stylesheets beside this package:
/// `wengert.css` says which part has which role, `light.css` and `dark.css` say what the roles look
/// like. Colour means the same everywhere: values blue, adjoints orange, the node at work gold, trouble
/// red.
///
/// So that changes show at once, [Gradually] puts off what can wait for a later pulse, [Tip] and [Menus] make windows
/// when they are asked for, and [Occasional] keeps out of the scene what is not to be seen. [Spinners] take what is typed.
///
/// Start at [Look]. This package looks at [wengert.drawing], whose fonts it shares, [wengert.story] and the engine.
@NullMarked
package wengert.theme;

import org.jspecify.annotations.NullMarked;
