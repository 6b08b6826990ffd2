package io.rems.reporting;

import io.rems.platform.test.FirmTables;
import io.rems.platform.test.MigrationRoundTrip;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RemsTest
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
