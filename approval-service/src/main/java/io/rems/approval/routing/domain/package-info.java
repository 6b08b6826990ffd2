/** Who must approve an expense, as a pure function of the expense, the firm's policy and the ownership. */
@NullMarked
package io.rems.approval.routing.domain;

import org.jspecify.annotations.NullMarked;
