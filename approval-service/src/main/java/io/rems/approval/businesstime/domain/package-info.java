/** How time is reckoned that runs on working days only. */
@NullMarked
package io.rems.approval.businesstime.domain;

import org.jspecify.annotations.NullMarked;
