package io.rems.ownership.property;

import static io.rems.ownership.property.PropertyStatus.ARCHIVED;

import io.rems.ownership.firm.Viewers;
import io.rems.platform.Versioned;
import io.rems.platform.problem.RequestRefused;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What others may ask of a property before they add something to it or show something of it. */
@Component
public class Properties {

    private final R2dbcProperties rows;
    private final Viewers viewers;

    Properties(R2dbcProperties rows, Viewers viewers) {
        this.rows = rows;
        this.viewers = viewers;
    }

    /** Completes where the caller sees the property; fails with {@code NotFound} otherwise. */
    public Mono<Void> visible(UUID id) {
        return viewers.current().flatMap(viewer -> rows.get(id, viewer)).then();
    }

    /** Refuses with {@code PROPERTY_ARCHIVED}; until the transaction ends, nobody archives the property. */
    public Mono<Void> open(UUID id) {
        return open(rows.kept(id));
    }

    /** The same; until the transaction ends, others who change something of the property in this way wait as well. */
    public Mono<Void> openToChange(UUID id) {
        return open(rows.locked(id));
    }

    /** Waits for whoever is changing something of the property, so that nothing is recorded behind the reader's back. */
    public Mono<Void> settled(UUID id) {
        return rows.kept(id).then();
    }

    private static Mono<Void> open(Mono<Versioned<Property>> found) {
        return found.filter(property -> property.value().status() != ARCHIVED)
                .switchIfEmpty(Mono.error(() -> new RequestRefused(PropertyRefusal.PROPERTY_ARCHIVED)))
                .then();
    }
}
