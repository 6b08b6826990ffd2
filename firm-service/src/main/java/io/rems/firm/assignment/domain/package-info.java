/** The rules of assignments, in plain Java. */
@NullMarked
package io.rems.firm.assignment.domain;

import org.jspecify.annotations.NullMarked;
