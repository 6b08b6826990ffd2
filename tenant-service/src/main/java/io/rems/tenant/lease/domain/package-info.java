/** The life of a lease and the rules of its period; plain Java. */
@NullMarked
package io.rems.tenant.lease.domain;

import org.jspecify.annotations.NullMarked;
