/** When a code is accepted. */
@NullMarked
package io.rems.firm.secondfactor.domain;

import org.jspecify.annotations.NullMarked;
