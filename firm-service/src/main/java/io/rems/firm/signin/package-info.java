/** Sign-in with a password, and the sessions that follow. */
@NullMarked
package io.rems.firm.signin;

import org.jspecify.annotations.NullMarked;
