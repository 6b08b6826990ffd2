/** Second factors in the database. */
@NullMarked
package io.rems.firm.secondfactor.persistence;

import org.jspecify.annotations.NullMarked;
