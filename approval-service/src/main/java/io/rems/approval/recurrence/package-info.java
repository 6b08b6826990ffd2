/** Expenses that come again and again: cleaning by the month, insurance by the year. */
@NullMarked
package io.rems.approval.recurrence;

import org.jspecify.annotations.NullMarked;
