/** Which leases hold properties and units, as tenant-service tells. */
@NullMarked
package io.rems.ownership.lease;

import org.jspecify.annotations.NullMarked;
