package io.rems.embedded;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The servers of a build, whatever they run in. */
interface RunningServers {

    TestServers addresses();

    void end();

    /** Who leaves the choice open also gets embedded servers where Docker answers but fails, without images for example. */
    static RunningServers start(Path folder, ServerSource wanted) {
        try {
            if (wanted.isContainers(ContainerServers.DOCKER)) {
                return ContainerServers.start();
            }
        } catch (RuntimeException e) {
            if (wanted != ServerSource.AUTO) {
                throw e;
            }
            LoggerFactory.getLogger(RunningServers.class)
                    .warn("Docker does not run what the tests need: embedded servers instead", e);
        }
        return EmbeddedServers.start(folder);
    }
}
