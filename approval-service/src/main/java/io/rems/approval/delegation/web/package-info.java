/** Delegations over HTTP. */
@NullMarked
package io.rems.approval.delegation.web;

import org.jspecify.annotations.NullMarked;
