/// Export: pictures as files.
///
/// A [Picture] puts a study, a moment and a theme together into a drawing; an [Exporter] writes a drawing in one
/// format, and [Exporters] lists them all by the ending of the file's name. The same input gives the same bytes, and
/// a file that could not be written whole is not there.
///
/// Start at [Picture], then [Exporters]. This package looks at [wengert.drawing] and what that looks at; it knows no
/// JavaFX.
@NullMarked
package wengert.export;

import org.jspecify.annotations.NullMarked;
