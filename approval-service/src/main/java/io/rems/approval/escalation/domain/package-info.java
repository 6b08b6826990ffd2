/** What becomes of a request that nobody decides, as a pure function of the firm's patience and the time that counts. */
@NullMarked
package io.rems.approval.escalation.domain;

import org.jspecify.annotations.NullMarked;
