@NullMarked
package io.rems.reporting.people;

import org.jspecify.annotations.NullMarked;
