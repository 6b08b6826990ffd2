/** What recorded and submitted expenses tell other services. */
@NullMarked
package io.rems.approval.expense.messaging;

import org.jspecify.annotations.NullMarked;
