/** What firm-service tells of a firm's settings, and what we tell of properties and owners for whom it is otherwise. */
@NullMarked
package io.rems.approval.routing.messaging;

import org.jspecify.annotations.NullMarked;
