/** How far the read models have come, and where an event stands in the history of its aggregate. */
@NullMarked
package io.rems.reporting.progress;

import org.jspecify.annotations.NullMarked;
