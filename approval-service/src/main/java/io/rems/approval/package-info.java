/** Vendors, expenses, and who must approve them. */
@NullMarked
package io.rems.approval;

import org.jspecify.annotations.NullMarked;
