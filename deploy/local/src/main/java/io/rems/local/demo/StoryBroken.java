package io.rems.local.demo;

/** A step of the story did not hold. */
public final class StoryBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoryBroken(String message) {
        super(message);
    }
}
