/** What waits for a decision, and how urgently. */
@NullMarked
package io.rems.reporting.approvals;

import org.jspecify.annotations.NullMarked;
