-- Ends all support and forgets that there was any; the audit log still knows.
DROP TABLE support_access;
