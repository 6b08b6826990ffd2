/** Units and properties as ownership-service announced them, only as far as leases need them. */
@NullMarked
package io.rems.tenant.premises;

import org.jspecify.annotations.NullMarked;
