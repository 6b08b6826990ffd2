/** What has happened to an expense, in the order in which it did, with who did it. */
@NullMarked
package io.rems.approval.timeline;

import org.jspecify.annotations.NullMarked;
