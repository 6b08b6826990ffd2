/** The rules of sign-in, in plain Java. */
@NullMarked
package io.rems.firm.signin.domain;

import org.jspecify.annotations.NullMarked;
