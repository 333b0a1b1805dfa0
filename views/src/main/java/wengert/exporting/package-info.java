/// Exporting: the dialog that writes pictures, films, pages and data.
///
/// A [Form] turns what is chosen into an order; a `PreviewPane` shows what will come of it, worked out away from the
/// interface thread, and can be dragged out of the window as a file; [ExportPane] puts them together and does the
/// work. What was chosen is remembered for the next time.
///
/// Start at [ExportPane]. This package looks at [wengert.session], [wengert.theme] and [wengert.export] with what they
/// look at.
@NullMarked
package wengert.exporting;

import org.jspecify.annotations.NullMarked;
