/** An OpenID Connect provider that tests sign in with. */
@NullMarked
package io.rems.identity;

import org.jspecify.annotations.NullMarked;
