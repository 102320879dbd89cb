//! An edit is made as it says, or fails with a sentence.

use proof::apply;

const TEXT: &str = "fn a() {\n    one();\n    two();\n}\n\nfn b() {\n    one();\n}\n";

#[track_caller]
fn becomes(edits: &[&str], expected: &str) {
    assert_eq!(apply(TEXT, edits).as_deref(), Ok(expected));
}

#[track_caller]
fn fails(edits: &[&str], sentence: &str) {
    assert_eq!(apply(TEXT, edits), Err(sentence.to_string()));
}

#[test]
fn lines_go_and_come_where_it_says() {
    let expected = TEXT.replace("    two();\n", "    2;\n\n");
    becomes(&["-    two();", "+    2;", "+"], &expected);
    becomes(&["     one();", "-    two();", "+    2;", "+"], &expected);
    let expected = TEXT.replace("fn b() {\n", "fn b() {\n    zero();\n");
    becomes(&[" fn b() {", "+    zero();"], &expected);
}

#[test]
fn the_last_of_the_lines_that_go_is_as_far_from_the_margin() {
    becomes(&["-fn a() { ... }", "-"], "fn b() {\n    one();\n}\n");
    becomes(
        &["-fn a() {", "-    one(); ... two();", "+fn a() {"],
        &TEXT.replace("    one();\n    two();\n", ""),
    );
}

#[test]
fn words_become_others_as_often_as_it_says() {
    becomes(&["`two()` becomes `2`"], &TEXT.replace("two()", "2"));
    becomes(&["`one` becomes `1`, 2 times"], &TEXT.replace("one", "1"));
    // The second edit sees what the first has made.
    becomes(
        &["`two` becomes `one`", "`one` becomes `1`, 3 times"],
        &TEXT.replace("two", "1").replace("one", "1"),
    );
}

#[test]
fn dots_part_two_edits() {
    let expected = TEXT.replace("    two();\n", "").replace("fn b() {\n", "");
    becomes(&["-    two();", "...", "-fn b() {"], &expected);
    let both = "These lines are found 0 times, not once:\n-    two();\n-fn b() {";
    fails(&["-    two();", "-fn b() {"], both);
}

#[test]
fn what_is_not_found_once_is_said() {
    fails(
        &["-    three();", "+    3;"],
        "These lines are found 0 times, not once:\n-    three();",
    );
    fails(
        &["-    one();", "+    1;"],
        "These lines are found 2 times, not once:\n-    one();",
    );
    fails(
        &["-fn a() { ... )"],
        "These lines are found 0 times, not once:\n-fn a() { ... )",
    );
    fails(
        &["`three` becomes `3`"],
        "This is found 0 times, not 1:\nthree",
    );
    fails(&["`one` becomes `1`"], "This is found 2 times, not 1:\none");
    fails(
        &["`two` becomes `2`, 2 times"],
        "This is found 1 times, not 2:\ntwo",
    );
}

#[test]
fn what_is_no_edit_is_said() {
    fails(
        &["+    zero();"],
        "It does not say where this goes:\n+    zero();",
    );
    fails(
        &["two becomes 2"],
        "It does not say where this goes:\ntwo becomes 2",
    );
    fails(&["`two` is `2`"], "This is not understood:\n`two` is `2`");
}
