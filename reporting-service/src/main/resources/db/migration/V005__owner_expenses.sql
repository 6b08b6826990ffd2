-- The part of an approved expense that falls to an owner: by his share on the day of the expense, to the last minor unit.
CREATE TABLE expense_part (
    firm_id     uuid    NOT NULL,
    expense_id  uuid    NOT NULL,
    owner_id    uuid    NOT NULL,
    property_id uuid    NOT NULL,
    month       date    NOT NULL,
    part_minor  bigint  NOT NULL,
    currency    char(3) NOT NULL,
    PRIMARY KEY (firm_id, expense_id, owner_id),
    FOREIGN KEY (firm_id, expense_id) REFERENCES expense (firm_id, id)
);
SELECT rems_firm_owned('expense_part');

-- Their sums, kept with every change, so that a portfolio costs the same however many expenses there were.
CREATE TABLE owner_expenses (
    firm_id     uuid    NOT NULL,
    owner_id    uuid    NOT NULL,
    property_id uuid    NOT NULL,
    month       date    NOT NULL,
    currency    char(3) NOT NULL,
    expenses    bigint  NOT NULL,
    sum_minor   bigint  NOT NULL,
    PRIMARY KEY (firm_id, owner_id, property_id, month, currency)
);
SELECT rems_firm_owned('owner_expenses');
