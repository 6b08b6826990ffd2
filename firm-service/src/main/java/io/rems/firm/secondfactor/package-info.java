/** The second factor of a sign-in: codes of an authenticator (RFC 6238), and codes for the day it is lost. */
@NullMarked
package io.rems.firm.secondfactor;

import org.jspecify.annotations.NullMarked;
