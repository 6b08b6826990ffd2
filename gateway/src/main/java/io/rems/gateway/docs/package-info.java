/** The API of all services in one browsable place. */
@NullMarked
package io.rems.gateway.docs;

import org.jspecify.annotations.NullMarked;
