/** That approved expenses were paid. */
@NullMarked
package io.rems.approval.payment;

import org.jspecify.annotations.NullMarked;
