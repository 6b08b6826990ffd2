/** The public form of what happens at sign-in. */
@NullMarked
package io.rems.firm.signin.messaging;

import org.jspecify.annotations.NullMarked;
