/** The firm's tree of expense categories, and the types within them. */
@NullMarked
package io.rems.approval.category;

import org.jspecify.annotations.NullMarked;
