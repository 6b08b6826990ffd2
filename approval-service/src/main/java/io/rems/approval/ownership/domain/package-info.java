/** Who holds a property on a date: exact fractions that always add up to the whole. */
@NullMarked
package io.rems.approval.ownership.domain;

import org.jspecify.annotations.NullMarked;
