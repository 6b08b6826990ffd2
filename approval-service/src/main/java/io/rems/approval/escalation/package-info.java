/** Requests that nobody decides: reminders, escalation to the administrators and to the platform, and their clock. */
@NullMarked
package io.rems.approval.escalation;

import org.jspecify.annotations.NullMarked;
