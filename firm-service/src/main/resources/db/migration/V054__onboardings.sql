-- Which firm came of a command, so that its repetition finds it even if the service died before the answer was kept.
CREATE TABLE onboarding (
    actor      text        NOT NULL,
    key        text        NOT NULL,
    firm       uuid        NOT NULL REFERENCES firm,
    assignment uuid        NOT NULL,
    version    bigint      NOT NULL,
    done_at    timestamptz NOT NULL,
    PRIMARY KEY (actor, key)
);

SELECT rems_grant_worker('onboarding', 'SELECT, INSERT, UPDATE');
