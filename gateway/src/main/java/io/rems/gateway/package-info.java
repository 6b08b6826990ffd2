/** The one way in: checks who calls for which firm, and passes the call on with a firm context token. */
@NullMarked
package io.rems.gateway;

import org.jspecify.annotations.NullMarked;
