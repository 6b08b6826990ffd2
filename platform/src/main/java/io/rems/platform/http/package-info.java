/** Calls to other services that expect them to be slow, broken or absent. */
@NullMarked
package io.rems.platform.http;

import org.jspecify.annotations.NullMarked;
