/** Onboarding: everything that a new customer needs to begin, at once or not at all. */
@NullMarked
package io.rems.firm.onboarding;

import org.jspecify.annotations.NullMarked;
