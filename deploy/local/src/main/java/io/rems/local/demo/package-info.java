/** The demo firms that the first start of a local stack brings in, and the story that is played with them. */
@NullMarked
package io.rems.local.demo;

import org.jspecify.annotations.NullMarked;
