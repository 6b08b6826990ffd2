/** How people come to REMS: somebody invites them, they choose a password. */
@NullMarked
package io.rems.firm.invitation;

import org.jspecify.annotations.NullMarked;
