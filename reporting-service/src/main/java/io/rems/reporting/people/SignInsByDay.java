package io.rems.reporting.people;

import java.time.LocalDate;
import java.util.List;

/**
 * Sign-ins and failures, day by day.
 *
 * @param timeZone in which the days begin and end
 * @param days every one of them, also those without a sign-in
 */
record SignInsByDay(String timeZone, List<Day> days) {

    record Day(LocalDate date, long succeeded, long failed) {}
}
