/** Sign-in over HTTP. */
@NullMarked
package io.rems.firm.signin.web;

import org.jspecify.annotations.NullMarked;
