/** What decisions tell other services. */
@NullMarked
package io.rems.approval.decision.messaging;

import org.jspecify.annotations.NullMarked;
