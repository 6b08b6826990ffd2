/** What time counts for a firm: where it is, its weekend, and the holidays that it keeps itself. */
@NullMarked
package io.rems.approval.businesstime;

import org.jspecify.annotations.NullMarked;
