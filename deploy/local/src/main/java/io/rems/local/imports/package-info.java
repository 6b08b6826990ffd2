/** Brings the CSV files of a legacy database into a firm through the public API. */
@NullMarked
package io.rems.local.imports;

import org.jspecify.annotations.NullMarked;
