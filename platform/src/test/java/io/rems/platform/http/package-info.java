@NullMarked
package io.rems.platform.http;

import org.jspecify.annotations.NullMarked;
