/** What the tests of every service stand on: real servers, callers with tokens, events, and rules that all share. */
@NullMarked
package io.rems.platform.test;

import org.jspecify.annotations.NullMarked;
