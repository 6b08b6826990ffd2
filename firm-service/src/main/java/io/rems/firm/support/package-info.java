/** Support access: how a platform administrator gets to see a firm's data, for a reason, for hours, and not unnoticed. */
@NullMarked
package io.rems.firm.support;

import org.jspecify.annotations.NullMarked;
