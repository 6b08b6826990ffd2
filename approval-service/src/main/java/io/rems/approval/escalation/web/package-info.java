/** The clock of requests over HTTP. */
@NullMarked
package io.rems.approval.escalation.web;

import org.jspecify.annotations.NullMarked;
