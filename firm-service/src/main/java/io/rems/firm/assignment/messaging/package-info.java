/** The public form of what happens to assignments. */
@NullMarked
package io.rems.firm.assignment.messaging;

import org.jspecify.annotations.NullMarked;
