/** Deciding on expenses: votes of the holders, the word of administrators. */
@NullMarked
package io.rems.approval.decision;

import org.jspecify.annotations.NullMarked;
