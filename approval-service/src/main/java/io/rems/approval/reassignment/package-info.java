/** Somebody else votes where an owner does not answer. */
@NullMarked
package io.rems.approval.reassignment;

import org.jspecify.annotations.NullMarked;
