/** The logos of firms: small pictures, taken for what they are and not for what they are said to be. */
@NullMarked
package io.rems.firm.logo;

import org.jspecify.annotations.NullMarked;
