/** Finding out who must approve an expense. */
@NullMarked
package io.rems.approval.routing;

import org.jspecify.annotations.NullMarked;
