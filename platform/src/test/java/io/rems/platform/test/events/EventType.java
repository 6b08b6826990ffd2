package io.rems.platform.test.events;

import io.rems.platform.events.PublishedEvent;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
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

    /** All that a service declares, by name. */
    static List<EventType> of(String service) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition candidate) {
                return true;
            }
        };
        scanner.addIncludeFilter(new AnnotationTypeFilter(PublishedEvent.class));
        scanner.addIncludeFilter(new AnnotationTypeFilter(PublishedEvent.Several.class));
        return scanner.findCandidateComponents("io.rems." + service).stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(data -> Arrays.stream(data.getAnnotationsByType(PublishedEvent.class))
                        .map(event -> new EventType(event.type(), event.subject(), event.description(), data)))
                .peek(event -> Assert.state(
                        event.type().startsWith("rems." + service + "."),
                        () -> event.data() + " declares an event of another service"))
                .sorted((one, other) -> one.type().compareTo(other.type()))
                .toList();
    }
}
