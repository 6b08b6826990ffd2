/** Owners who let somebody decide in their stead. */
@NullMarked
package io.rems.approval.delegation;

import org.jspecify.annotations.NullMarked;
