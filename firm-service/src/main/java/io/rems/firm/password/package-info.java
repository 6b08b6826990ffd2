/** Slow hashing of passwords that starves nobody else. */
@NullMarked
package io.rems.firm.password;

import org.jspecify.annotations.NullMarked;
