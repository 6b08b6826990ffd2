/** The same command on many expenses. */
@NullMarked
package io.rems.approval.many;

import org.jspecify.annotations.NullMarked;
