/** Firms, the people who work in them, and how they sign in. */
@NullMarked
package io.rems.firm;

import org.jspecify.annotations.NullMarked;
