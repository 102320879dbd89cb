//! What a right answer to exercise 06d does.

use trial::Outcome;

use help::Folder;
pub use links::*;
pub use names::what_is_no_name_names_nothing;

#[path = "ex06d_help.rs"]
mod help;

#[path = "ex06d_links.rs"]
mod links;

#[path = "ex06d_names.rs"]
mod names;

/// Whatever else a name may have in it, on every system.
const ODD: &str = "root/-_~!$&'()@;=,[]^{}` b.txt";

pub fn a_path_is_decoded_once() -> Outcome {
    let long = format!("root/{}", "a".repeat(100));
    let folder = Folder::new(&[
        &long,
        "root/index.html",
        "root/docs/a b.txt",
        "root/%41.txt",
        "root/A.txt",
        "root/a+b.txt",
        "root/a#b.txt",
        ODD,
        "root/\u{df}.txt",
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
    for path in [
        "/%69ndex.html",
        "/inde%78.html",
        "/in%64ex%2Ehtml",
        "/in%64ex%2ehtml",
    ] {
        let look = "A hexadecimal digit may be a small letter or a capital one.";
        folder.expect("root", path, "root/index.html", look)?;
    }
    let look =
        "These two bytes are one letter of UTF-8. Is text made of each byte, or of all of them?";
    folder.expect("root", "/%C3%9F.txt", "root/\u{df}.txt", look)?;
    let look = "Every letter but the percent sign stands for itself.";
    folder.expect("root", "/\u{df}.txt", "root/\u{df}.txt", look)?;
    folder.expect("root", "/a#b.txt", "root/a#b.txt", look)?;
    folder.expect("root", ODD.trim_start_matches("root"), ODD, look)?;
    let look = "This name has a hundred letters, and each is written with three. Is there a limit, and \
                what does it count?";
    folder.expect("root", &format!("/{}", "%61".repeat(100)), &long, look)?;
    names::no_file_is_no_name(&folder)
}

pub fn no_dots_lead_out() -> Outcome {
    let folder = Folder::new(&["root/docs/a.txt", "root/a..b.txt", "root/..c", "secret.txt"])?;
    for path in ["/../secret.txt", "/docs/../../secret.txt"] {
        let look = "Two dots climb out of the root. What do they look like as a `Component`?";
        folder.expect("root", path, "nothing", look)?;
    }
    for path in ["/%2e%2e/secret.txt", "/.%2E/secret.txt", "/..%2fsecret.txt"] {
        let look = "These are two dots, too, once they are decoded. What is looked at first: the path \
                    as it was sent, or as the file system will see it?";
        folder.expect("root", path, "nothing", look)?;
    }
    for way in [
        "..",
        "docs/../..",
        "%2e%2e",
        "..%2froot/..",
        "docs/./../..",
        "docs//../..",
    ] {
        let look = "This climbs out of the root, and comes back. Whoever gets a file learns what the \
                    folder is called. Is the way looked at, or only its end? A dot and an empty part \
                    go no deeper.";
        let path = format!("/{way}/root/docs/a.txt");
        folder.expect("root", &path, "nothing", look)?;
    }
    let look = "These dots are in a name. They climb only as a part of their own.";
    folder.expect("root", "/a..b.txt", "root/a..b.txt", look)?;
    folder.expect("root", "/..c", "root/..c", look)
}

pub fn no_absolute_path_leads_out() -> Outcome {
    let folder = Folder::new(&["root/a.txt", "secret.txt"])?;
    let look = "What does `join` do if its argument begins with a slash?";
    folder.expect("root", "/a.txt", "root/a.txt", look)?;
    for file in ["secret.txt", "root/a.txt"] {
        let file = folder.with_slashes(file);
        folder.expect("root", &format!("/{file}"), "nothing", look)?;
        let file = file.trim_start_matches('/');
        folder.expect("root", &format!("/%2f{file}"), "nothing", look)?;
    }
    Ok(())
}
