//! What a right answer to exercise 06d does.

use trial::Outcome;

use folder::Folder;
pub use names::*;

#[path = "ex06d_folder.rs"]
mod folder;

#[path = "ex06d_names.rs"]
mod names;

/// Whatever else a name may have in it, on every system.
const ODD: &str = "-_~!$&'()@;=,[]^{}` b.txt";

pub fn a_path_is_decoded_once() -> Outcome {
    let names = ["index.html", "docs/a b.txt", "%41.txt", "A.txt", "a+b.txt"];
    let folder = Folder::new(&names)?;
    let look = "look at how the path is decoded and joined to the root";
    folder.expect("/index.html", "root/index.html", look)?;
    folder.expect("/docs/a%20b.txt", "root/docs/a b.txt", look)?;
    folder.expect("/%41.txt", "root/A.txt", look)?;
    folder.expect("/missing.txt", "nothing", look)?;
    let look = "In the query of a form, a plus stands for a space. In a path it is a plus.";
    folder.expect("/a+b.txt", "root/a+b.txt", look)?;
    let look = "`%25` is a percent sign, and no beginning of something. How often is it decoded?";
    folder.expect("/%2541.txt", "root/%41.txt", look)?;
    let look = "A hexadecimal digit may be a small letter or a capital one.";
    for path in ["/%69nde%78.html", "/in%64ex%2Ehtml", "/in%64ex%2ehtml"] {
        folder.expect(path, "root/index.html", look)?;
    }
    no_file_is_no_name(&folder)?;
    each_letter_stands_for_itself()
}

fn each_letter_stands_for_itself() -> Outcome {
    let long = "a".repeat(100);
    let folder = Folder::new(&[&long, "a#b.txt", "\u{df}.txt", ODD])?;
    let look = "These two bytes are one letter of UTF-8. Is text made of each byte, or of all?";
    folder.expect("/%C3%9F.txt", "root/\u{df}.txt", look)?;
    let look = "Every letter but the percent sign stands for itself.";
    for name in ["\u{df}.txt", "a#b.txt", ODD] {
        folder.expect(&format!("/{name}"), &format!("root/{name}"), look)?;
    }
    let look = "This name has a hundred letters, and each is written with three. Is there a limit, and \
                what does it count?";
    let path = format!("/{}", "%61".repeat(100));
    folder.expect(&path, &format!("root/{long}"), look)
}

pub fn no_dots_lead_out() -> Outcome {
    let folder = Folder::new(&["docs/a.txt", "a..b.txt", "..c"])?;
    let look = "Two dots climb out of the root. What do they look like as a `Component`?";
    folder.refuse(look, &["/../secret.txt", "/docs/../../secret.txt"])?;
    let look = "These are two dots, too, once they are decoded. What is looked at first: the path as \
                it was sent, or as the file system will see it?";
    let decoded = ["/%2e%2e/secret.txt", "/.%2E/secret.txt", "/..%2fsecret.txt"];
    folder.refuse(look, &decoded)?;
    let look = "This climbs out of the root, and comes back. Whoever gets a file learns what the folder \
                is called. Is the way looked at, or only its end? A dot and an empty part go no deeper.";
    for way in [
        "..",
        "docs/../..",
        "%2e%2e",
        "..%2froot/..",
        "docs/./../..",
        "docs//../..",
    ] {
        folder.refuse(look, &[&format!("/{way}/root/docs/a.txt")])?;
    }
    let look = "These dots are in a name. They climb only as a part of their own.";
    folder.expect("/a..b.txt", "root/a..b.txt", look)?;
    folder.expect("/..c", "root/..c", look)
}

pub fn no_absolute_path_leads_out() -> Outcome {
    let folder = Folder::new(&["a.txt"])?;
    let look = "What does `join` do if its argument begins with a slash?";
    folder.expect("/a.txt", "root/a.txt", look)?;
    for file in ["secret.txt", "root/a.txt"] {
        let file = folder.with_slashes(file);
        let encoded = format!("/%2f{}", file.trim_start_matches('/'));
        folder.refuse(look, &[&format!("/{file}"), &encoded])?;
    }
    Ok(())
}
