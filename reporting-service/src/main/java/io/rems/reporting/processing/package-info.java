/** How long approvals take, how many are escalated, and who answers how fast. */
@NullMarked
package io.rems.reporting.processing;

import org.jspecify.annotations.NullMarked;
