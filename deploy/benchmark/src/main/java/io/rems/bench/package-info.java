/** Measures the packaged applications against baselines of the same run. */
@NullMarked
package io.rems.bench;

import org.jspecify.annotations.NullMarked;
