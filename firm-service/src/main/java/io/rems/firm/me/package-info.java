/** What a caller may know about himself. */
@NullMarked
package io.rems.firm.me;

import org.jspecify.annotations.NullMarked;
