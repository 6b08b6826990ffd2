@NullMarked
package io.rems.ownership.ownership.domain;

import org.jspecify.annotations.NullMarked;
