/** Random histories of ownership, held against arithmetic of another kind. */
@NullMarked
package io.rems.ownership.ownership.history;

import org.jspecify.annotations.NullMarked;
