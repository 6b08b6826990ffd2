/** Typed settings with defaults that each firm may override. */
@NullMarked
package io.rems.firm.settings;

import org.jspecify.annotations.NullMarked;
