/** Policies and routes in the database. */
@NullMarked
package io.rems.approval.routing.persistence;

import org.jspecify.annotations.NullMarked;
