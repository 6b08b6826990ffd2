/** What can be measured from within the gateway's package only. */
@NullMarked
package io.rems.gateway.access;

import org.jspecify.annotations.NullMarked;
