/** What controllers have in common: versions, lists, idempotent commands and long work. */
@NullMarked
package io.rems.platform.web;

import org.jspecify.annotations.NullMarked;
