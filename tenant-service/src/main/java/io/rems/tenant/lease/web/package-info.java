/** Leases over HTTP. */
@NullMarked
package io.rems.tenant.lease.web;

import org.jspecify.annotations.NullMarked;
