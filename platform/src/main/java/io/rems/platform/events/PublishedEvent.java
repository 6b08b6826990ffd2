package io.rems.platform.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the event whose data the record is: the one place where an event type is declared. What integrators read in
 * {@code docs/events} is made from it, and tests refuse to publish anything that is not declared.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(PublishedEvent.Several.class)
public @interface PublishedEvent {
    /** Versioned name, such as {@code rems.approval.ApprovalEscalated.v1}. */
    String type();

    /** The kind of aggregate that it happens to, such as {@code expense}: whose id is the subject and the key. */
    String subject();

    /** One sentence for integrators: what happened. */
    String description();

    /**
     * Whether a command that causes it is answered only once it is published: what takes access away, so that whoever was
     * told of it can rely on it whatever happens to this service then.
     */
    boolean beforeAnswer() default false;

    /** A record that several types of event carry; its messages name theirs. */
    @Documented
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {
        PublishedEvent[] value();
    }
}
