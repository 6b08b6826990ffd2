@NullMarked
package io.rems.platform.job;

import org.jspecify.annotations.NullMarked;
