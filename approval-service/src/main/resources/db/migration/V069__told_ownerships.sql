-- Whether anything was told of the holders: a property that nobody but the firm ever held is told of at version 0, which is
-- also what a row has of which only the description is known.
ALTER TABLE property ADD ownership_told boolean NOT NULL DEFAULT false;

COMMENT ON COLUMN property.ownership_version IS
    'version of the property that the periods are of; 0 alone does not say whether its holders are known';
COMMENT ON COLUMN property.ownership_told IS
    'whether the periods have been told; where a version above 0 was told before this column was there, they have too';
