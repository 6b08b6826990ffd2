ALTER TABLE property DROP ownership_told;
COMMENT ON COLUMN property.ownership_version IS
    'version of the property that the periods are of; 0: nothing told of its holders yet';
