package io.rems.platform.problem;

import org.jspecify.annotations.Nullable;

/** Knows the problem behind some kinds of exception; a bean of this type extends what the platform knows. */
@FunctionalInterface
public interface ProblemMapping {

    /** The problem, or null where this mapping does not know the exception. */
    @Nullable
    Problem of(Throwable error);
}
