/** Sign-in in PostgreSQL. */
@NullMarked
package io.rems.firm.signin.persistence;

import org.jspecify.annotations.NullMarked;
