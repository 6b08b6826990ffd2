/** Timetables in the database. */
@NullMarked
package io.rems.approval.escalation.persistence;

import org.jspecify.annotations.NullMarked;
