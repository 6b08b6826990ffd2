/** What this service must know about a firm: the day it has there. */
@NullMarked
package io.rems.tenant.firm;

import org.jspecify.annotations.NullMarked;
