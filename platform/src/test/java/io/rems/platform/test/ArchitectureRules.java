package io.rems.platform.test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Actor;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.RestController;

/**
 * The rules that every service keeps. Apply them with
 * {@code @ArchTest static final ArchTests rules = ArchTests.in(ArchitectureRules.class)}.
 */
public final class ArchitectureRules {
    private static final List<String> SERVICES =
            List.of("gateway", "firm", "ownership", "approval", "tenant", "reporting");
    private static final Set<String> BLOCKING =
            Set.of("block", "blockFirst", "blockLast", "blockOptional", "subscribe");

    @ArchTest
    public static final ArchRule domainIsPlainJava = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "io.rems.platform", "..domain..")
                    .or(belongToAnyOf(FirmId.class, Actor.class, Role.class, AccessLevel.class)))
            .because("rules must run without Spring, Reactor or a database")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule databaseIsReachedThroughThePlatform = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.r2dbc..",
                    "org.springframework.transaction..",
                    "io.r2dbc.pool..",
                    "io.r2dbc.postgresql..",
                    "java.sql..",
                    "javax.sql..",
                    "org.flywaydb..")
            .because("only the platform's transactions name the firm to the database");

    @ArchTest
    public static final ArchRule onlyPersistenceReadsRows = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("R2dbc")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.rems.platform.database.FirmSql")
            .because("SQL stands in the repositories, where one looks for it")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule nothingIsSentPastTheOutbox = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.kafka.core..", "org.apache.kafka.clients.producer..")
            .because("an event that is sent outside the transaction can tell of what never happened");

    @ArchTest
    public static final ArchRule nothingBlocks = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaCall<?>>("it blocks or subscribes to a publisher") {
                @Override
                public boolean test(JavaCall<?> call) {
                    return call.getTargetOwner().getPackageName().equals("reactor.core.publisher")
                            && BLOCKING.contains(call.getName());
                }
            })
            .because("a blocked event loop stands still for everybody, and a chain of one's own loses the caller");

    @ArchTest
    public static final ArchRule timeComesFromAClock = noClasses()
            .should(new ArchCondition<JavaClass>("read the system's time") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getMethodCallsFromSelf().stream()
                            .filter(call -> readsTheSystemsTime(call))
                            .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
                }
            })
            .because("tests and replays must be able to say what time it is");

    @ArchTest
    public static final ArchRule controllersAreNotVisible = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .notHaveModifier(JavaModifier.PUBLIC)
            .because("nobody calls a controller but HTTP")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule repositoriesAreNotVisible = classes()
            .that()
            .haveSimpleNameStartingWith("R2dbc")
            .should()
            .notHaveModifier(JavaModifier.PUBLIC)
            .because("use cases know the port, not the adapter")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule featuresAreAcyclic = slices().matching("io.rems.*.(*)..")
            .should()
            .beFreeOfCycles()
            .because("features that need each other both ways are one feature")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule servicesDoNotKnowEachOther = classes()
            .should(new ArchCondition<JavaClass>("depend on no other service's classes") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> ofAnotherService(type, dependency.getTargetClass()))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                }
            })
            .because("what a service needs from elsewhere it learns from events or asks over HTTP");

    @ArchTest
    public static final ArchRule namesSaySomething = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO|Base)(\\$.*)?")
            .because("such names say nothing about the business");

    private ArchitectureRules() {}

    private static boolean readsTheSystemsTime(JavaCall<?> call) {
        String owner = call.getTargetOwner().getFullName();
        boolean now = call.getName().equals("now")
                && owner.startsWith("java.time.")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return now || (owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis"));
    }

    private static boolean ofAnotherService(JavaClass type, JavaClass target) {
        String own = serviceOf(type);
        String other = serviceOf(target);
        return !other.equals(own) && SERVICES.contains(other);
    }

    private static String serviceOf(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 2 && parts[0].equals("io") && parts[1].equals("rems") ? parts[2] : "";
    }
}
