//! Step 06 beside servers that people deploy, as `cargo bench -p bench -- deployed` measures them.

use super::bars::{self, Bar, Group, Mark};
use super::bench::rounds;
use super::csv::Csv;
use super::svg::Svg;
use super::{Figure, bench_run, deployed_words};

pub const FIGURE: Figure = Figure {
    name: NAME,
    measure,
    draw,
    tables: deployed_words::tables,
    story: deployed_words::story,
};

pub const NAME: &str = "deployed";
pub const SERVERS: [&str; 8] = [
    "bare loop",
    OURS,
    "nginx (1 process)",
    "nginx (2 processes)",
    "nginx (keep-alive)",
    "lighttpd",
    "busybox httpd",
    "python http.server",
];
pub const OURS: &str = "step 06";

/// The figure has this number of clients, the table all of them.
const CLIENTS: &str = "8";

/// It takes a minute and programs that are not everywhere, so only if it is asked for.
fn measure(is_asked: bool) -> Result<Option<Csv>, String> {
    if !is_asked {
        println!("{NAME} is not measured unless asked for: record figures {NAME}");
        return Ok(None);
    }
    println!("cargo bench -p bench -- deployed takes about a minute");
    bench_run::run(NAME, &[NAME], "deployed.csv").map(Some)
}

fn draw(csv: &Csv) -> Result<String, String> {
    let mut bars = Vec::new();
    for server in SERVERS {
        let [least, median, most] = rounds(csv, "RequestsPerSecond", CLIENTS, server)?;
        let class = if server == OURS {
            "fig-worker-3"
        } else {
            "fig-fill"
        };
        bars.push(Bar {
            class,
            label: server.to_string(),
            value: median,
            text: format!("{median:.0}"),
            range: Some((least, most)),
        });
    }
    let [_, ours, _] = rounds(csv, "RequestsPerSecond", CLIENTS, OURS)?;
    let mark = Mark {
        value: ours,
        label: OURS,
    };
    let title = "Bars: requests a second of step 06, of a bare loop, of nginx, lighttpd, busybox httpd \
                 and python http.server, with 8 clients at a time";
    let groups = [Group {
        head: "Requests a second, 8 clients at a time".to_string(),
        bars,
    }];
    let legend = [
        "bar: the median of all rounds; thin line: from the least to the most; upright line: step 06",
    ];
    let svg = Svg::new(NAME, title);
    Ok(bars::draw(svg, &groups, Some(&mark), &legend, &csv.origin))
}
