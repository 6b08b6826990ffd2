package io.rems.approval;

import io.rems.platform.test.RemsTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** Runs approval-service with a stand-in for ownership-service; timers stand still until a test runs them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RemsTest
@Import({OwnershipStandIn.class, TestFirms.class})
public @interface ApprovalServiceTest {}
