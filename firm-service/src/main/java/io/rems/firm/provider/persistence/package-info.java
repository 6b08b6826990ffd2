/** Nonces and the bonds between users and providers' subjects, in SQL. */
@NullMarked
package io.rems.firm.provider.persistence;

import org.jspecify.annotations.NullMarked;
