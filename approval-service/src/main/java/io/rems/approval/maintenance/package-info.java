/** Maintenance orders of which the cost is put before those who must approve it, asked for and answered by events. */
@NullMarked
package io.rems.approval.maintenance;

import org.jspecify.annotations.NullMarked;
