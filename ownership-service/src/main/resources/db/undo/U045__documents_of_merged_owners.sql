-- The document itself stands in the row; only that it was nobody else's is not taken back, for somebody may have it now.
SELECT 1;
