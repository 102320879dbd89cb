//! An edit is made as it says, or fails with a sentence.

use proof::apply;

const TEXT: &str = "fn a() {\n    one();\n    two();\n}\n\nfn b() {\n    one();\n}\n";

fn edited(edits: &str) -> Result<String, String> {
    let edits: Vec<&str> = edits.lines().collect();
    apply(TEXT, &edits)
}

/// The whole text is as if these words had been replaced.
#[track_caller]
fn replaces(edits: &str, old: &str, new: &str) {
    assert_eq!(edited(edits), Ok(TEXT.replace(old, new)));
}

#[track_caller]
fn fails(edits: &str, sentence: &str) {
    assert_eq!(edited(edits), Err(sentence.to_string()));
}

#[test]
fn lines_go_and_come_where_it_says() {
    let (old, new) = ("    two();\n", "    2;\n\n");
    replaces("-    two();\n+    2;\n+", old, new);
    replaces("     one();\n-    two();\n+    2;\n+", old, new);
    let new = "fn b() {\n    zero();\n";
    replaces(" fn b() {\n+    zero();", "fn b() {\n", new);
}

#[test]
fn the_last_of_the_lines_that_go_is_as_far_from_the_margin() {
    let a = "fn a() {\n    one();\n    two();\n}\n\n";
    replaces("-fn a() { ... }\n-", a, "");
    let inside = "    one();\n    two();\n";
    replaces("-fn a() {\n-    one(); ... two();\n+fn a() {", inside, "");
}

#[test]
fn words_become_others_as_often_as_it_says() {
    replaces("`two()` becomes `2`", "two()", "2");
    replaces("`one` becomes `1`, 2 times", "one", "1");
    // The second edit sees what the first has made.
    let all = TEXT.replace("two", "1").replace("one", "1");
    let edits = "`two` becomes `one`\n`one` becomes `1`, 3 times";
    assert_eq!(edited(edits), Ok(all));
}

#[test]
fn dots_part_two_edits() {
    let both = "    two();\n}\n\nfn b() {\n";
    replaces("-    two();\n...\n-fn b() {", both, "}\n\n");
    fails(
        "-    two();\n-fn b() {",
        "These lines are found 0 times, not once:\n-    two();\n-fn b() {",
    );
}

#[test]
fn what_is_not_found_once_is_said() {
    for (edit, times) in [
        ("-    three();", 0),
        ("-    one();", 2),
        ("-fn a() { ... )", 0),
    ] {
        let sentence = format!("These lines are found {times} times, not once:\n{edit}");
        fails(&format!("{edit}\n+    3;"), &sentence);
    }
    fails(
        "`three` becomes `3`",
        "This is found 0 times, not 1:\nthree",
    );
    fails("`one` becomes `1`", "This is found 2 times, not 1:\none");
    fails(
        "`two` becomes `2`, 2 times",
        "This is found 1 times, not 2:\ntwo",
    );
}

#[test]
fn what_is_no_edit_is_said() {
    for edit in ["+    zero();", "two becomes 2"] {
        fails(edit, &format!("It does not say where this goes:\n{edit}"));
    }
    fails("`two` is `2`", "This is not understood:\n`two` is `2`");
}
