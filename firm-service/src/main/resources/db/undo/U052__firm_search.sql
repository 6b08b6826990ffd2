ALTER INDEX firm_directory_search RESET (fastupdate);
