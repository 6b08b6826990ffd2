/** The secrets in links that people get by mail. */
@NullMarked
package io.rems.firm.token;

import org.jspecify.annotations.NullMarked;
