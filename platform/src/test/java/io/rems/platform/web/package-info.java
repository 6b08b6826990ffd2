@NullMarked
package io.rems.platform.web;

import org.jspecify.annotations.NullMarked;
