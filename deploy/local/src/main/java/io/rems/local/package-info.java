/** The whole suite on one machine: what {@code ./rems} runs, and what end-to-end tests and benchmarks start. */
@NullMarked
package io.rems.local;

import org.jspecify.annotations.NullMarked;
