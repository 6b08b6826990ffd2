package io.rems.platform.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A command that takes something away: its answer waits until its event is published, and is 202 where that takes too
 * long. Said of an endpoint, so that its description says it too.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AnsweredOncePublished {}
