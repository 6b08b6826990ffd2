/** The replica of properties and ownership periods. */
@NullMarked
package io.rems.approval.ownership.persistence;

import org.jspecify.annotations.NullMarked;
