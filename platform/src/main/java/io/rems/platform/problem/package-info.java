/** Every refusal of every service leaves as an RFC 9457 problem; this package knows them all and writes them. */
@NullMarked
package io.rems.platform.problem;

import org.jspecify.annotations.NullMarked;
