/// Export: pictures, films, pages and data as files.
///
/// An [Order] says what is wanted: which moments, how much of the graph, in what look. A [Picture] is a study laid out
/// for an order; an [Exporter] writes it in one format, and [Exporters] lists them all by the ending of the file's
/// name. Vector formats are surfaces that the drawing is painted on; films and pages ask for it moment by moment; data
/// formats write a plain `Structure`. The same input gives the same bytes, and a file that could not be written whole is
/// not there.
///
/// Start at [Order], then [Picture] and [Exporters]. This package looks at [wengert.drawing] and what that looks at; it
/// knows no JavaFX.
@NullMarked
package wengert.export;

import org.jspecify.annotations.NullMarked;
