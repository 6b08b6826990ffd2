/** Assignments over HTTP, and the look-up for the gateway. */
@NullMarked
package io.rems.firm.assignment.web;

import org.jspecify.annotations.NullMarked;
