/** Expenses over HTTP. */
@NullMarked
package io.rems.approval.expense.web;

import org.jspecify.annotations.NullMarked;
