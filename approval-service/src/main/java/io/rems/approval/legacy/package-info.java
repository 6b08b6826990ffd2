/** Expenses from before REMS, with the decisions that were taken on them elsewhere. */
@NullMarked
package io.rems.approval.legacy;

import org.jspecify.annotations.NullMarked;
