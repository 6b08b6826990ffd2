/** Sign-in through providers over HTTP. */
@NullMarked
package io.rems.firm.provider.web;

import org.jspecify.annotations.NullMarked;
