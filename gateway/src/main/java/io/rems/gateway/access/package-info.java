/** Who calls, for which firm: from the user's access token to the firm context token that the services accept. */
@NullMarked
package io.rems.gateway.access;

import org.jspecify.annotations.NullMarked;
