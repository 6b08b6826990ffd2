/** Delegations, and the people they are about, in the database. */
@NullMarked
package io.rems.approval.delegation.persistence;

import org.jspecify.annotations.NullMarked;
