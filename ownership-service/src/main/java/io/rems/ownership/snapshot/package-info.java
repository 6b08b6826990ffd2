/** Tells all of a firm anew, for who did not hear of it when it happened. */
@NullMarked
package io.rems.ownership.snapshot;

import org.jspecify.annotations.NullMarked;
