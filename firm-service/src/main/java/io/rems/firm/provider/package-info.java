/** Sign-in through external OpenID Connect providers. */
@NullMarked
package io.rems.firm.provider;

import org.jspecify.annotations.NullMarked;
