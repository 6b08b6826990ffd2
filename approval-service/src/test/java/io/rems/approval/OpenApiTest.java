package io.rems.approval;

import io.rems.platform.test.PublishedApi;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApprovalServiceTest
class OpenApiTest {

    @Autowired
    PublishedApi api;

    @Test
    void thePublishedApiIsTheDocumentedOne() throws IOException {
        api.isTheDocumentedOne();
    }
}
