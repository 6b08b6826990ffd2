package io.rems.platform.test.events;

import io.rems.platform.events.AwaitedEvent;
import io.rems.platform.events.PublishedEvent;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/** A type of event as the code declares it, and the record that carries its data. */
record EventType(String type, String subject, String description, Class<?> data) {
    private static final Pattern TYPE = Pattern.compile("rems\\.([a-z]+)\\.([A-Z][A-Za-z]+\\.v[1-9]\\d*)");

    EventType {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException(data.getName() + ": an event is named like rems.firm.FirmCreated.v1");
        }
    }

    /** {@code FirmCreated.v1}. */
    String name() {
        return type.substring(type.indexOf('.', "rems.".length()) + 1);
    }

    /** The service that tells of it: {@code firm}. */
    String from() {
        return type.split("\\.")[1];
    }

    /** All that a service publishes, by name. */
    static List<EventType> of(String service) {
        return declared(service, PublishedEvent.class, PublishedEvent.Several.class)
                .flatMap(data -> Arrays.stream(data.getAnnotationsByType(PublishedEvent.class))
                        .map(event -> new EventType(event.type(), event.subject(), event.description(), data)))
                .peek(event -> Assert.state(
                        event.from().equals(service), () -> event.data() + " declares an event of another service"))
                .sorted(Comparator.comparing(EventType::type))
                .toList();
    }

    /** All that others can ask a service for, by name. */
    static List<EventType> awaitedBy(String service) {
        return declared(service, AwaitedEvent.class)
                .map(data -> {
                    var event = data.getAnnotation(AwaitedEvent.class);
                    return new EventType(event.type(), event.subject(), event.description(), data);
                })
                .sorted(Comparator.comparing(EventType::type))
                .toList();
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Stream<Class<?>> declared(String service, Class<? extends Annotation>... by) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition candidate) {
                return true;
            }
        };
        Arrays.stream(by).map(AnnotationTypeFilter::new).forEach(scanner::addIncludeFilter);
        return scanner.findCandidateComponents("io.rems." + service).stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null));
    }
}
