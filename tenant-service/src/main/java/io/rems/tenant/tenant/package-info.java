/** People and companies that rent: what the firm knows about them. */
@NullMarked
package io.rems.tenant.tenant;

import org.jspecify.annotations.NullMarked;
