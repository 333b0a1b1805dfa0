package wengert.editor;

/// Something said at the end of a line.
///
/// @param line counted from 1
/// @param styleClass what kind of thing it is: `value`, `step`, `wrong`
record Note(int line, String text, String styleClass) {}
