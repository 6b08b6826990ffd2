/** What firm-service tells of a firm's settings. */
@NullMarked
package io.rems.approval.routing.messaging;

import org.jspecify.annotations.NullMarked;
