@NullMarked
package io.rems.violations.domain;

import org.jspecify.annotations.NullMarked;
