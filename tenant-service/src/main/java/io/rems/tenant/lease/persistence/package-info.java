/** Leases in PostgreSQL. */
@NullMarked
package io.rems.tenant.lease.persistence;

import org.jspecify.annotations.NullMarked;
