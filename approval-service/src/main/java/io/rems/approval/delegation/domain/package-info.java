/** When a delegation lets somebody decide in an owner's stead, and why not. */
@NullMarked
package io.rems.approval.delegation.domain;

import org.jspecify.annotations.NullMarked;
