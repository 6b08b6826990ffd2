/** Approvals whose deadline has passed go to the administrators. */
@NullMarked
package io.rems.approval.escalation;

import org.jspecify.annotations.NullMarked;
