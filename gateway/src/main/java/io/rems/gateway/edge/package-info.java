/** What every answer carries and every request must look like, whoever answers it. */
@NullMarked
package io.rems.gateway.edge;

import org.jspecify.annotations.NullMarked;
