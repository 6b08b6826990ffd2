/** Values that every service shares; they know neither Spring nor HTTP, so that domain packages may use them. */
@NullMarked
package io.rems.platform;

import org.jspecify.annotations.NullMarked;
