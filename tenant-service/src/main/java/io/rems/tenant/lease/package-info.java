/** Leases: use cases, and the ports they stand on. */
@NullMarked
package io.rems.tenant.lease;

import org.jspecify.annotations.NullMarked;
