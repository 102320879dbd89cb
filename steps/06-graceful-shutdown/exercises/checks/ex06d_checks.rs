//! What a right answer to exercise 06d does.

use trial::{Check, Outcome};

use help::Folder;
use links::no_link_leads_out;

#[path = "ex06d_help.rs"]
mod help;

#[path = "ex06d_links.rs"]
mod links;

pub const CHECKS: &[Check] = &[
    Check {
        name: "a_path_is_decoded_once",
        misconception: "decode until nothing is left to decode",
        run: a_path_is_decoded_once,
    },
    Check {
        name: "no_dots_lead_out",
        misconception: "two dots are written as two dots",
        run: no_dots_lead_out,
    },
    Check {
        name: "no_absolute_path_leads_out",
        misconception: "`join` makes a path longer",
        run: no_absolute_path_leads_out,
    },
    Check {
        name: "no_link_leads_out",
        misconception: "the name of a file says where it is",
        run: no_link_leads_out,
    },
    Check {
        name: "what_is_no_name_names_nothing",
        misconception: "whoever sends a percent sign sends two digits with it",
        run: what_is_no_name_names_nothing,
    },
];

fn a_path_is_decoded_once() -> Outcome {
    let folder = Folder::new(&[
        "root/index.html",
        "root/docs/a b.txt",
        "root/%41.txt",
        "root/A.txt",
        "root/a+b.txt",
    ])?;
    let look = "look at how the path is decoded and joined to the root";
    folder.expect("root", "/index.html", "root/index.html", look)?;
    folder.expect("root", "/docs/a%20b.txt", "root/docs/a b.txt", look)?;
    folder.expect("root", "/%41.txt", "root/A.txt", look)?;
    folder.expect("root", "/missing.txt", "nothing", look)?;
    let look = "In the query of a form, a plus stands for a space. In a path it is a plus.";
    folder.expect("root", "/a+b.txt", "root/a+b.txt", look)?;
    let look = "`%25` is a percent sign, and no beginning of something. How often is it decoded?";
    folder.expect("root", "/%2541.txt", "root/%41.txt", look)?;
    let look = "This is a folder. Whoever opens what is found wants to read a file.";
    folder.expect("root", "/docs", "nothing", look)?;
    folder.expect("root", "/", "nothing", look)
}

fn no_dots_lead_out() -> Outcome {
    let folder = Folder::new(&["root/docs/a.txt", "root/a..b.txt", "secret.txt"])?;
    for path in ["/../secret.txt", "/docs/../../secret.txt"] {
        let look = "Two dots climb out of the root. What do they look like as a `Component`?";
        folder.expect("root", path, "nothing", look)?;
    }
    for path in ["/%2e%2e/secret.txt", "/.%2E/secret.txt", "/..%2fsecret.txt"] {
        let look = "These are two dots, too, once they are decoded. What is looked at first: the path \
                    as it was sent, or as the file system will see it?";
        folder.expect("root", path, "nothing", look)?;
    }
    let look = "This climbs out of the root, and comes back. Whoever gets a file learns what the folder \
                is called. Is the way looked at, or only its end?";
    folder.expect("root", "/../root/docs/a.txt", "nothing", look)?;
    let look = "These dots are in a name. They climb only as a part of their own.";
    folder.expect("root", "/a..b.txt", "root/a..b.txt", look)
}

fn no_absolute_path_leads_out() -> Outcome {
    let folder = Folder::new(&["root/a.txt", "secret.txt"])?;
    let secret = folder.with_slashes("secret.txt");
    let look = "What does `join` do if its argument begins with a slash?";
    folder.expect("root", "/a.txt", "root/a.txt", look)?;
    folder.expect("root", &format!("/{secret}"), "nothing", look)?;
    let secret = secret.trim_start_matches('/');
    folder.expect("root", &format!("/%2f{secret}"), "nothing", look)
}

fn what_is_no_name_names_nothing() -> Outcome {
    let folder = Folder::new(&[
        "root/100%",
        "root/100%zz",
        "root/dir\\a.txt",
        "root/\u{FFFD}",
        "root/ok.txt",
    ])?;
    for path in [
        "/100%",
        "/100%4",
        "/100%zz",
        "/100%ä",
        "/100%%",
        "/%e2%82%ac%4\u{20ac}",
    ] {
        let look = "A percent sign comes with two hexadecimal digits. What is if it does not?";
        folder.expect("root", path, "nothing", look)?;
    }
    let look = "These bytes are no UTF-8. A file must be asked for by its own name, not by a similar \
                one.";
    folder.expect("root", "/%ff", "nothing", look)?;
    for path in ["/dir\\a.txt", "/dir%5Ca.txt", "/dir%5ca.txt"] {
        let look =
            "On some systems a backslash is a slash. On which one will this run in two years?";
        folder.expect("root", path, "nothing", look)?;
    }
    for path in ["/100%25%00", "/100%25%0A", "/100%25%7f"] {
        let look = "There is a control character in it. Who looks for them, and when?";
        folder.expect("root", path, "nothing", look)?;
    }
    for path in ["ok.txt", "100%25", ""] {
        let look = "The path of a request begins with a slash. Who asks whether it does?";
        folder.expect("root", path, "nothing", look)?;
    }
    let look = "and this one is written as it should be";
    folder.expect("root", "/ok.txt", "root/ok.txt", look)
}
