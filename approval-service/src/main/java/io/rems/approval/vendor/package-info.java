/** Those whom expenses are paid to. */
@NullMarked
package io.rems.approval.vendor;

import org.jspecify.annotations.NullMarked;
