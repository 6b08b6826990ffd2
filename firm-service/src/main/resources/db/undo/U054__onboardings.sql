-- A repetition of an onboarding is refused from then on, as the name of its firm is taken.
DROP TABLE onboarding;
