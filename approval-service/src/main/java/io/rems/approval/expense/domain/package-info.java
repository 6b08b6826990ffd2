/** An expense until those who decide have it before them. */
@NullMarked
package io.rems.approval.expense.domain;

import org.jspecify.annotations.NullMarked;
