//! Links, for the checks of exercise 06d.

use trial::Outcome;
#[cfg(unix)]
use trial::equal;

use super::help::Folder;

#[cfg(unix)]
pub fn no_link_leads_out() -> Outcome {
    let folder = Folder::new(&["root/docs/a.txt", "root-2/b.txt", "secret.txt"])?;
    folder.link("root/leak.txt", "secret.txt")?;
    folder.link("root/up", "")?;
    let look = "A part of this path is a link, and leads out of the root. Who knows where a path \
                really ends?";
    folder.expect("root", "/leak.txt", "nothing", look)?;
    folder.expect("root", "/up/secret.txt", "nothing", look)?;
    folder.link("root/next", "root-2")?;
    let look = "This leads to a folder beside the root whose name begins like that of the root. Are \
                two texts compared, or two paths?";
    folder.expect("root", "/next/b.txt", "nothing", look)?;
    folder.link("entry", "root")?;
    let look = "Here the root is a link itself. Both paths must be asked where they really are before \
                they are compared.";
    folder.expect("entry", "/docs/a.txt", "root/docs/a.txt", look)?;
    folder.link("root/l.txt", "root/docs/a.txt")?;
    let Some(came) = folder.find("root", "/l.txt")? else {
        return Ok(()); // whoever wants no links at all may say so
    };
    let look = "This link stays in the root. In what is returned it is left, and it can lead elsewhere \
                before the file is opened. Of which path is it known where it ends?";
    let expected = folder.path("root/docs/a.txt");
    let came = came.display().to_string();
    equal(
        "what \"/l.txt\" names, a link to docs/a.txt",
        came,
        expected,
        look,
    )
}

/// Not everybody may make a link on this system.
#[cfg(not(unix))]
pub fn no_link_leads_out() -> Outcome {
    let folder = Folder::new(&["root/docs/a.txt"])?;
    folder.expect("root", "/docs/a.txt", "root/docs/a.txt", "look at `find`")
}
