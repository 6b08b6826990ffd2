/** Assignments in PostgreSQL. */
@NullMarked
package io.rems.firm.assignment.persistence;

import org.jspecify.annotations.NullMarked;
