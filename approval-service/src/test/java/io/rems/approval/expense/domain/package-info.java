@NullMarked
package io.rems.approval.expense.domain;

import org.jspecify.annotations.NullMarked;
