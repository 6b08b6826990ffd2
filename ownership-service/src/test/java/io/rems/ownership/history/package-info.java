/** Random histories of ownership, held against arithmetic of another kind. */
@NullMarked
package io.rems.ownership.history;

import org.jspecify.annotations.NullMarked;
