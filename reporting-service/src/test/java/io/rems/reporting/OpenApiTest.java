package io.rems.reporting;

import io.rems.platform.test.PublishedApi;
import io.rems.platform.test.RemsTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RemsTest
class OpenApiTest {
    @Autowired
    private PublishedApi api;

    @Test
    void thePublishedApiIsTheDocumentedOne() throws IOException {
        api.isTheDocumentedOne();
    }
}
