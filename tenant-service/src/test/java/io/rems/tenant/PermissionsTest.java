package io.rems.tenant;

import io.rems.platform.test.PermissionTable;
import io.rems.platform.test.RemsTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RemsTest
class PermissionsTest {
    @Autowired
    private PermissionTable permissions;

    @Test
    void everyRouteLetsInWhomTheTableSays() {
        permissions.isEnforced();
    }

    @Test
    void theTableIsTheDocumentedOne() throws IOException {
        permissions.isTheDocumentedOne();
    }
}
