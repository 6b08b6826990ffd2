/** Recording expenses and submitting them for approval. */
@NullMarked
package io.rems.approval.expense;

import org.jspecify.annotations.NullMarked;
