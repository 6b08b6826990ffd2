/** The owners and tenants that logins may be linked to: what this service knows of them from other services. */
@NullMarked
package io.rems.firm.link;

import org.jspecify.annotations.NullMarked;
