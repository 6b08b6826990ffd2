/** What a user is in a firm, and which firm is his primary one. */
@NullMarked
package io.rems.firm.assignment;

import org.jspecify.annotations.NullMarked;
