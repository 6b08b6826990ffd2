/** Describes to readers of OpenAPI what the platform adds to every endpoint. */
@NullMarked
package io.rems.platform.openapi;

import org.jspecify.annotations.NullMarked;
