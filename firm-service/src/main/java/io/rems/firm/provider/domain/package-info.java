/** What a provider says and how that makes a user, in plain Java. */
@NullMarked
package io.rems.firm.provider.domain;

import org.jspecify.annotations.NullMarked;
