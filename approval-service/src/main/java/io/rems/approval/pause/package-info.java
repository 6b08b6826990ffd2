/** Firms that are suspended or closed: nothing is escalated or routed in their name. */
@NullMarked
package io.rems.approval.pause;

import org.jspecify.annotations.NullMarked;
