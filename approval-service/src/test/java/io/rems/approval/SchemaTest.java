package io.rems.approval;

import io.rems.platform.test.FirmTables;
import io.rems.platform.test.MigrationRoundTrip;
import io.rems.platform.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApprovalServiceTest
class SchemaTest {

    @Autowired
    TestDatabase database;

    @Test
    void everyTableOfAFirmKeepsFirmsApart() throws Exception {
        FirmTables.catalogueIsSafe(database);
    }

    @Test
    void everyMigrationHasAWayBack() throws Exception {
        MigrationRoundTrip.run();
    }
}
