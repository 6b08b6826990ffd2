package io.rems.reporting;

import io.rems.platform.test.events.EventDocs;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EventDocsTest {
    @Test
    void thePublishedEventsAreTheDocumentedOnes() throws IOException {
        EventDocs.of("reporting").areTheDocumentedOnes();
    }
}
