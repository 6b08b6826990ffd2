/** Tenants and the leases by which they rent the units of a firm. */
@NullMarked
package io.rems.tenant;

import org.jspecify.annotations.NullMarked;
