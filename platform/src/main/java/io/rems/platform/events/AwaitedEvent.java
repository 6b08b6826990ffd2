package io.rems.platform.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names an event by which another service asks this one to do something, and whose data the record is. What happens
 * elsewhere is described by whoever tells of it; what is asked for is described by whoever does it.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AwaitedEvent {
    /** Versioned name, such as {@code rems.tenant.ExpenseApprovalAsked.v1}; it says who asks. */
    String type();

    /** The kind of aggregate whose id is the subject and the key. */
    String subject();

    /** One sentence for those who ask: what they get. */
    String description();
}
