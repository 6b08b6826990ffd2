DROP FUNCTION rems_grant_worker(regclass, text);
DROP FUNCTION rems_shared(regclass, text);
DROP FUNCTION rems_firm_owned(regclass);
DROP FUNCTION rems_current_firm();
DROP FUNCTION rems_role(text);
