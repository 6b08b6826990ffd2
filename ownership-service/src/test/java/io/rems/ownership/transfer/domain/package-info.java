@NullMarked
package io.rems.ownership.transfer.domain;

import org.jspecify.annotations.NullMarked;
