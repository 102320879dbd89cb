//! Exercise 03b: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/03-respond/exercises/checks/ex03b_checks.rs"

    starter "../../../steps/03-respond/exercises/starters/ex03b.rs" AllRed;
    answer "../ex03b/answer.rs" Green;
    without_a_loop "../ex03b/other_without_a_loop.rs" Green;
    one_digit "../ex03b/wrong_one_digit.rs"
        Red("a_date_has_the_form_of_the_rfc", "where one digit would do");
    week_from_sunday "../ex03b/wrong_week_from_sunday.rs"
        Red("the_weekday_is_right", "was a Thursday");
    every_fourth_year "../ex03b/wrong_every_fourth_year.rs"
        Red("each_year_has_its_days", "Is 2100 a leap year");
    no_leap_year_in_2000 "../ex03b/wrong_no_leap_year_in_2000.rs"
        Red("each_year_has_its_days", "Is 2000 a leap year");
    rounds "../ex03b/wrong_rounds.rs"
        Red("parts_of_a_second_are_left_out", "A clock does not round");
    before_is_1970 "../ex03b/wrong_before_is_1970.rs"
        Red("a_time_out_of_range_is_none", "What becomes of that error");
    clock_is_trusted "../ex03b/wrong_clock_is_trusted.rs"
        Red("a_time_out_of_range_is_none", "it is later than 1970");
    seconds_in_32_bits "../ex03b/wrong_seconds_in_32_bits.rs"
        Red("a_time_out_of_range_is_none", "Into 32 bits they do until 2106");
    filled_with_spaces "../ex03b/wrong_filled_with_spaces.rs"
        Red("a_date_has_the_form_of_the_rfc", "where one digit would do");
    the_exception_is_2000 "../ex03b/wrong_2000_is_the_exception.rs"
        Red("each_year_has_its_days", "are examples of the rule");
    #[cfg(unix)] // the clock of Windows ends in the year 30828, which is soon walked to
    walks_to_that_year "../ex03b/wrong_walks_to_that_year.rs"
        Red("a_time_out_of_range_is_none", "What ends your loop");
}
