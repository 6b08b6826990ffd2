ALTER TABLE expense_route
    DROP property_rule,
    DROP limits,
    DROP others,
    DROP others_count;
DROP TABLE policy_override;
