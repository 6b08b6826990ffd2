/** Decisions over HTTP. */
@NullMarked
package io.rems.approval.decision.web;

import org.jspecify.annotations.NullMarked;
