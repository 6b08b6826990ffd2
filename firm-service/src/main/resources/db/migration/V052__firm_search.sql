-- Firms are seldom written and often searched: with entries waiting beside the index, the planner would rather read all.
ALTER INDEX firm_directory_search SET (fastupdate = off);
