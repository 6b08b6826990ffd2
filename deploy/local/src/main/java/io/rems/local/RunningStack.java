package io.rems.local;

import java.net.URI;
import java.util.Optional;

/** The stack of this checkout that runs now, for the commands that use it. */
public record RunningStack(URI gateway, String kafkaBootstrap) {

    public static Optional<RunningStack> find() {
        var parts = new RunningParts(Rems.folder().run());
        return address(parts, App.GATEWAY.folder())
                .flatMap(gateway ->
                        address(parts, StackPorts.KAFKA).map(kafka -> new RunningStack(URI.create(gateway), kafka)));
    }

    private static Optional<String> address(RunningParts parts, String name) {
        return parts.find(name).filter(part -> part.process().isPresent()).map(Part::address);
    }
}
