//! Links, for the checks of exercise 06d.

use trial::Outcome;
#[cfg(unix)]
use trial::equal;

use super::help::Folder;

#[cfg(unix)]
pub fn no_link_leads_out() -> Outcome {
    let folder = Folder::new(&["docs/a.txt"])?;
    folder.link("root/leak.txt", "secret.txt")?;
    folder.link("root/up", "")?;
    let look = "A part of this path is a link, and leads out. Who knows where a path really ends?";
    folder.refuse(look, &["/leak.txt", "/up/secret.txt"])?;
    let look = "Here a link leads out of the root, and the rest of the path leads back in. Whoever gets \
                a file learns what the folder is called. Is each step looked at, or only the end?";
    folder.expect("/up/root/docs/a.txt", "nothing", look)?;
    folder.link("root/docs/self", "root")?;
    let look =
        "Behind a link, two dots go up from where the link ends. Here that is out of the root.";
    folder.expect("/docs/self/../root/docs/a.txt", "nothing", look)?;
    folder.link("root/next", "root-2")?;
    let look = "This leads to a folder beside the root whose name begins like that of the root. Are \
                two texts compared, or two paths?";
    folder.expect("/next/b.txt", "nothing", look)?;
    folder.link("entry", "root")?;
    let look = "Here the root is a link itself. Both paths must be asked where they really are before \
                they are compared.";
    folder.expect_in("entry", "/docs/a.txt", "root/docs/a.txt", look)?;
    a_root_may_have_dots(&folder)?;
    no_link_is_left(&folder)
}

fn a_root_may_have_dots(folder: &Folder) -> Outcome {
    let look = "`root` is ours, and we may write it with dots. The path comes from a stranger.";
    folder.expect_in("root/../root", "/docs/a.txt", "root/docs/a.txt", look)
}

#[cfg(unix)]
fn no_link_is_left(folder: &Folder) -> Outcome {
    let expected = folder.path("root/docs/a.txt");
    let look = "A link is left in what is returned, and it can lead elsewhere before the file is opened. \
                Of which path is it known where it ends?";
    if let Some(came) = folder.find("entry", "/docs/a.txt")? {
        let what = "what \"/docs/a.txt\" names, in a root that is a link";
        equal(what, came, expected.clone(), look)?;
    }
    folder.link("root/l.txt", "root/docs/a.txt")?;
    let Some(came) = folder.find("root", "/l.txt")? else {
        return Ok(()); // whoever wants no links at all may say so
    };
    let what = "what \"/l.txt\" names, a link to docs/a.txt";
    equal(what, came, expected, look)
}

/// Not everybody may make a link on this system.
#[cfg(not(unix))]
pub fn no_link_leads_out() -> Outcome {
    let folder = Folder::new(&["docs/a.txt"])?;
    folder.expect("/docs/a.txt", "root/docs/a.txt", "look at `find`")?;
    a_root_may_have_dots(&folder)
}
