/** What ownership-service tells of its properties. */
@NullMarked
package io.rems.approval.ownership.messaging;

import org.jspecify.annotations.NullMarked;
