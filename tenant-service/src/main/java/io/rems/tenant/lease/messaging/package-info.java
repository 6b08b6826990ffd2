/** What this service tells others about leases. */
@NullMarked
package io.rems.tenant.lease.messaging;

import org.jspecify.annotations.NullMarked;
