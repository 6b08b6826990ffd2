/** What this service knows of properties and their holders, and whom it asks for what it does not know. */
@NullMarked
package io.rems.approval.ownership;

import org.jspecify.annotations.NullMarked;
