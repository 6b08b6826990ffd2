/** Portal users: one login for all firms a person works in. */
@NullMarked
package io.rems.firm.user;

import org.jspecify.annotations.NullMarked;
