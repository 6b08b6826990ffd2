/** Expenses in the database. */
@NullMarked
package io.rems.approval.expense.persistence;

import org.jspecify.annotations.NullMarked;
