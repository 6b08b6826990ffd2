/** Quotes, bills and other papers of expenses: taken for what their bytes are, not for what they are called. */
@NullMarked
package io.rems.approval.attachment;

import org.jspecify.annotations.NullMarked;
