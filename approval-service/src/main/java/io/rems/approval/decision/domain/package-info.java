/** An expense before those who decide on it, from the request to the verdict. */
@NullMarked
package io.rems.approval.decision.domain;

import org.jspecify.annotations.NullMarked;
