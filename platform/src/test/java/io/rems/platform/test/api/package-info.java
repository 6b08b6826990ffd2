/** What the conventions of the HTTP API ask of every service's OpenAPI description. */
@NullMarked
package io.rems.platform.test.api;

import org.jspecify.annotations.NullMarked;
