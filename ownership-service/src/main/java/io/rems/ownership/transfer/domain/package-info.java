/** What a transfer is and may become, without Spring or a database. */
@NullMarked
package io.rems.ownership.transfer.domain;

import org.jspecify.annotations.NullMarked;
