/** What delegations tell other services, and what they hear from them. */
@NullMarked
package io.rems.approval.delegation.messaging;

import org.jspecify.annotations.NullMarked;
