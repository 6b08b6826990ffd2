package io.rems.tenant;

import io.rems.platform.test.FirmTables;
import io.rems.platform.test.MigrationRoundTrip;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RemsTest
class DatabaseTest {

    @Autowired
    private TestDatabase database;

    @Test
    void everyTableKeepsFirmsApart() throws Exception {
        FirmTables.catalogueIsSafe(database);
    }

    @Test
    void everyMigrationHasItsWayBack() throws Exception {
        MigrationRoundTrip.run();
    }
}
