//! What is said of the slips that readers make.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use typing::follow::Project;
use typing::report::report;
use typing::route::{Route, sources};

struct Reader {
    route: Route,
}

impl Reader {
    /// What a reader has at a checkpoint, and `more` moments later.
    fn project(&self, chapter: usize, checkpoint: usize, more: usize) -> Project {
        let is_there = |stop: &&typing::route::Stop| {
            stop.chapter == chapter - 1 && stop.checkpoint == checkpoint
        };
        let at = self
            .route
            .stops
            .iter()
            .position(|stop| is_there(&stop))
            .unwrap();
        let files = &self.route.stops.get(at + more).unwrap().files;
        files
            .iter()
            .map(|(name, file)| (name.clone(), file.lines.clone()))
            .collect()
    }

    fn said(&self, project: &Project) -> String {
        let mine = sources(project, None, "server");
        report(&self.route, &mine, "server", 0).unwrap().text()
    }
}

fn edit(project: &mut Project, file: &str, old: &str, new: &str) {
    let lines = project.get_mut(file).unwrap();
    let text = lines.join("\n");
    assert!(text.contains(old), "{file}: {old}\n{text}");
    *lines = text
        .replacen(old, new, 1)
        .lines()
        .map(str::to_string)
        .collect();
}

type Slip<'a> = (
    &'a str,
    (usize, usize, usize),
    &'a [(&'a str, &'a str, &'a str)],
);

const MAIN: &str = "src/main.rs";
#[test]
fn explore() {
    let reader = Reader {
        route: Route::read().unwrap(),
    };
    let slips: &[Slip] = &[
        (
            "a missing mut",
            (1, 5, 0),
            &[(MAIN, "(mut stream", "(stream")],
        ),
        (
            "a swapped line",
            (1, 3, 0),
            &[(
                MAIN,
                "        let _count = stream.read(&mut [0; 17 * 1024])?;\n        stream.write_all(REPLY)?;",
                "        stream.write_all(REPLY)?;\n        let _count = stream.read(&mut [0; 17 * 1024])?;",
            )],
        ),
        (
            "an old use",
            (5, 8, 0),
            &[("src/thread_pool.rs", "SyncSender}", "Sender}")],
        ),
        (
            "an old use beside",
            (5, 8, 0),
            &[("src/thread_pool.rs", "SyncSender}", "Sender, SyncSender}")],
        ),
        (
            "renamed",
            (4, 4, 0),
            &[
                ("src/connection.rs", "let mut received", "let mut bytes"),
                ("src/connection.rs", "&mut received", "&mut bytes"),
                ("src/connection.rs", "is_head(&received)", "is_head(&bytes)"),
            ],
        ),
        (
            "renamed not everywhere",
            (4, 4, 0),
            &[
                ("src/connection.rs", "let mut received", "let mut bytes"),
                ("src/connection.rs", "&mut received", "&mut bytes"),
            ],
        ),
        (
            "half typed",
            (5, 3, 1),
            &[(
                "src/thread_pool.rs",
                "        let (sender, receiver) = mpsc::channel();",
                "        let (sender, rec",
            )],
        ),
        ("attempt left in", (6, 5, 0), &[]),
        (
            "extra functions",
            (3, 4, 0),
            &[
                (
                    MAIN,
                    "/// After an",
                    "fn helper(a: u32) -> u32 {\n    a + 1\n}\n\n#[cfg(test)]\nmod tests {\n    use super::*;\n    #[test]\n    fn it() {\n        assert_eq!(helper(1), 2);\n    }\n}\n\n/// After an",
                ),
                (
                    MAIN,
                    "            Ok((stream, peer)) =>",
                    "            Ok((stream, peer)) if dbg!(true) =>",
                ),
            ],
        ),
        (
            "dbg",
            (3, 4, 0),
            &[(
                "src/response.rs",
                "let reply = self.to_bytes(is_head);",
                "let reply = dbg!(self.to_bytes(is_head));\n        println!(\"here\");",
            )],
        ),
        ("forgotten mod", (2, 3, 0), &[(MAIN, "mod reading;\n", "")]),
        (
            "missing ;",
            (2, 7, 0),
            &[(
                MAIN,
                "let request = read_request(&stream)?;",
                "let request = read_request(&stream)?",
            )],
        ),
        (
            "missing ; at use",
            (2, 7, 0),
            &[(
                MAIN,
                "use reading::read_request;",
                "use reading::read_request",
            )],
        ),
        (
            "typo in a string",
            (3, 4, 0),
            &[(
                "src/response.rs",
                "Content-Length: {length}",
                "Content-Lenght: {length}",
            )],
        ),
        (
            "& left out",
            (2, 7, 0),
            &[(MAIN, "read_request(&stream)", "read_request(stream)")],
        ),
        (
            "derive",
            (3, 4, 0),
            &[("src/response.rs", "#[derive(Clone, Copy)]\n", "")],
        ),
        (
            "derive one",
            (3, 4, 0),
            &[(
                "src/response.rs",
                "#[derive(Clone, Copy)]\n",
                "#[derive(Clone)]\n",
            )],
        ),
        (
            "number",
            (5, 8, 0),
            &[(MAIN, "QUEUE: usize = 8", "QUEUE: usize = 80")],
        ),
        ("number", (1, 9, 0), &[(MAIN, "17 * 1024", "1024")]),
        (
            "comment",
            (1, 9, 0),
            &[(MAIN, "const REPLY", "// I like this\nconst REPLY")],
        ),
        (
            "doc left out",
            (1, 9, 0),
            &[(
                MAIN,
                "/// Owns the stream, so the connection ends here.\n",
                "",
            )],
        ),
        (
            "missing }",
            (5, 8, 0),
            &[(
                "src/thread_pool.rs",
                "        let _ = self.jobs.send(Box::new(job));\n    }\n",
                "        let _ = self.jobs.send(Box::new(job));\n",
            )],
        ),
        (
            "more }",
            (5, 8, 0),
            &[(
                "src/thread_pool.rs",
                "        let _ = self.jobs.send(Box::new(job));\n    }\n",
                "        let _ = self.jobs.send(Box::new(job));\n    }\n    }\n",
            )],
        ),
        (
            "missing quote",
            (3, 4, 0),
            &[(
                "src/response.rs",
                "Status::Ok => \"OK\",",
                "Status::Ok => \"OK,",
            )],
        ),
        (
            "fn name typo",
            (1, 9, 0),
            &[(MAIN, "announce(&listener)?;", "anounce(&listener)?;")],
        ),
        (
            "wrong case",
            (1, 9, 0),
            &[(MAIN, "TcpListener::bind", "TCPListener::bind")],
        ),
        (
            "= for =>",
            (3, 4, 0),
            &[(
                "src/response.rs",
                "Status::Ok => \"OK\"",
                "Status::Ok = \"OK\"",
            )],
        ),
        (
            "old new",
            (5, 8, 0),
            &[(
                "src/thread_pool.rs",
                "mpsc::sync_channel(queue)",
                "mpsc::channel()",
            )],
        ),
    ];
    for (name, (a, b, c), edits) in slips {
        let mut project = reader.project(*a, *b, *c);
        for (file, old, new) in *edits {
            edit(&mut project, file, old, new);
        }
        println!("=== {name} ({a}.{b}+{c})\n{}\n", reader.said(&project));
    }
    let mut p = reader.project(5, 8, 0);
    let log = p.remove("src/log.rs").unwrap();
    println!("=== file missing\n{}\n", reader.said(&p));
    p.insert("src/Log.rs".into(), log.clone());
    println!("=== file named otherwise\n{}\n", reader.said(&p));
    p.insert("src/log.rs".into(), vec![]);
    p.remove("src/Log.rs");
    println!("=== empty\n{}\n", reader.said(&p));
    let mut p = reader.project(1, 5, 0);
    p.insert("src/main.rs".into(), vec![]);
    println!("=== empty main\n{}\n", reader.said(&p));
    let mut p = reader.project(4, 4, 0);
    p.insert(
        "src/waiting_room.rs".into(),
        reader
            .project(5, 17, 0)
            .get("src/waiting_room.rs")
            .unwrap()
            .clone(),
    );
    println!("=== file from next chapter\n{}\n", reader.said(&p));
    // typed twice
    let mut p = reader.project(5, 8, 0);
    let t = p.get_mut("src/thread_pool.rs").unwrap();
    let at = t
        .iter()
        .position(|l| l.starts_with("/// Does a job"))
        .unwrap();
    let mut more = t[at..].to_vec();
    more.insert(0, String::new());
    t.extend(more);
    println!("=== typed twice\n{}\n", reader.said(&p));
    // wrong file
    let mut p = reader.project(5, 8, 0);
    let t = p.get_mut("src/thread_pool.rs").unwrap();
    let piece = t.split_off(
        t.iter()
            .position(|l| l.starts_with("/// Does a job"))
            .unwrap(),
    );
    p.get_mut("src/lib.rs").unwrap().extend(piece);
    println!("=== wrong file\n{}\n", reader.said(&p));
    // all attempts
    let style = |p: &mut Project| {
        for (n, f) in p.iter_mut() {
            if n.ends_with(".rs") {
                *f = f
                    .join("\n")
                    .replace(" {\n", "\n{\n")
                    .replace("    ", "\t")
                    .lines()
                    .map(str::to_string)
                    .collect();
            }
        }
    };
    let mut p = reader.project(6, 14, 0);
    style(&mut p);
    println!("=== style\n{}\n", reader.said(&p));
    // out of impl
    let mut p = reader.project(5, 8, 0);
    edit(
        &mut p,
        "src/thread_pool.rs",
        "    pub fn with_queue",
        "}\n    pub fn with_queue",
    );
    println!("=== out of impl\n{}\n", reader.said(&p));
    // every refused attempt kept while next piece but one typed
}
