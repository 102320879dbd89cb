//! What is no name, what is no file, and what is behind a link: for the checks of exercise 06d.

use trial::Outcome;

#[cfg(unix)]
use super::super::exercise::find;
use super::folder::Folder;

pub fn what_is_no_name_names_nothing() -> Outcome {
    let names = ["100%", "100%zz", "dir\\a.txt", "\u{FFFD}", "ok.txt"];
    let folder = Folder::new(&names)?;
    let look = "A percent sign comes with two hexadecimal digits. What is if it does not?";
    folder.refuse(look, &["/100%", "/100%4", "/100%zz", "/100%%"])?;
    folder.refuse(look, &["/100%\u{e4}", "/%e2%82%ac%4\u{20ac}"])?;
    let look = "These bytes are no UTF-8. A file must be asked for by its own name.";
    folder.refuse(look, &["/%ff"])?;
    let look = "This sign stands for bytes that are no text, and it is a letter itself.";
    folder.expect("/%EF%BF%BD", "root/\u{FFFD}", look)?;
    let look = "On some systems a backslash is a slash. On which one will this run in two years?";
    folder.refuse(look, &["/dir\\a.txt", "/dir%5Ca.txt", "/dir%5ca.txt"])?;
    let look = "Before it is decoded, a path begins with a slash. Who asks whether it does?";
    folder.refuse(look, &["ok.txt", "100%25", "", "%2Fok.txt", "%2fok.txt"])?;
    let look = "and this one is written as it should be";
    folder.expect("/ok.txt", "root/ok.txt", look)?;
    let look = "There is no root at all. A stranger can do nothing for that, and must not end us.";
    folder.expect_in("gone", "/ok.txt", "nothing", look)?;
    a_control_character_names_nothing()
}

fn a_control_character_names_nothing() -> Outcome {
    let look = "There is a control character in it. Who looks for them, and when?";
    let folder = Folder::new(&["ok"])?;
    folder.refuse(look, &["/ok%00", "/ok%0A", "/%7fok", "/ok\t"])?;
    if cfg!(windows) {
        return Ok(()); // where no file has such a name
    }
    let folder = Folder::new(&["a\nb", "a\tb", "a\u{7f}b", "a\u{85}b", "a?b "])?;
    let paths = ["/a%0Ab", "/a%09b", "/a\tb", "/a%7Fb", "/a%C2%85b"];
    folder.refuse(look, &paths)?;
    let look = "A question mark is a letter here, and a space at the end is one, too.";
    folder.expect("/a%3Fb%20", "root/a?b ", look)?;
    folder.expect("/a?b%20", "root/a?b ", look)?;
    folder.refuse(look, &["/a%3Fb"])
}

/// Expects `docs` in it.
pub fn no_file_is_no_name(folder: &Folder) -> Outcome {
    let look = "This is a folder. Whoever opens what is found wants to read a file.";
    folder.refuse(look, &["/docs", "/"])?;
    let look = "Here `%2F` stands between a folder and a file. It is a slash like any other.";
    folder.expect("/docs%2Fa%20b.txt", "root/docs/a b.txt", look)?;
    #[cfg(unix)]
    {
        let socket = std::os::unix::net::UnixListener::bind(folder.path("root/s"));
        let _socket = socket.map_err(|error| format!("cannot make a socket: {error}"))?;
        folder.refuse("This is a socket: neither a folder nor a file.", &["/s"])?;
        a_pipe_is_not_opened(folder)?;
    }
    Ok(())
}

/// Whoever opens a named pipe to read from it waits for somebody who writes.
#[cfg(unix)]
fn a_pipe_is_not_opened(folder: &Folder) -> Outcome {
    let made = std::process::Command::new("mkfifo")
        .arg(folder.path("root/pipe"))
        .status();
    made.map_err(|error| format!("cannot make a pipe: {error}"))?;
    let root = folder.path("root");
    let stuck = "what \"/pipe\" names\n  expected: nothing\n  came:     no end\n  This is a named pipe, \
                 and whoever opens it waits until somebody writes into it. What can be asked of a file \
                 without opening it?";
    let found = trial::within(trial::LIMIT, stuck, move || find(&root, "/pipe"))?;
    let look = "This is a named pipe: neither a folder nor a file.";
    trial::equal("what \"/pipe\" names", found, None, look)
}

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
        trial::equal(what, came, expected.clone(), look)?;
    }
    folder.link("root/l.txt", "root/docs/a.txt")?;
    let Some(came) = folder.find("root", "/l.txt")? else {
        return Ok(()); // whoever wants no links at all may say so
    };
    let what = "what \"/l.txt\" names, a link to docs/a.txt";
    trial::equal(what, came, expected, look)
}

/// Not everybody may make a link on this system.
#[cfg(not(unix))]
pub fn no_link_leads_out() -> Outcome {
    let folder = Folder::new(&["docs/a.txt"])?;
    folder.expect("/docs/a.txt", "root/docs/a.txt", "look at `find`")?;
    a_root_may_have_dots(&folder)
}
