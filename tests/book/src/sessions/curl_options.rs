//! The options of curl that the stand-in knows.

use std::time::Duration;

/// One call of curl.
#[derive(Default)]
pub struct Options {
    method: Option<String>,
    /// `127.0.0.1:7878`, or with a name.
    pub host: String,
    path: String,
    headers: Vec<String>,
    body: Option<String>,
    is_http_1_0: bool,
    is_path_as_is: bool,
    /// `-i`
    pub with_head: bool,
    /// `-I`
    pub head_only: bool,
    pub max_time: Option<Duration>,
}

impl Options {
    /// Takes curl's arguments apart.
    ///
    /// # Errors
    /// A sentence about the first that the stand-in does not know.
    pub fn parse(arguments: &[String]) -> Result<Options, String> {
        let mut options = Options::default();
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().cloned().ok_or(format!("{word} needs a value"));
            match word.as_str() {
                "-X" => options.method = Some(value()?),
                "-H" => options.headers.push(value()?),
                "-d" => options.body = Some(value()?),
                "-m" | "--max-time" => options.max_time = Some(seconds(&value()?)?),
                "-0" | "--http1.0" => options.is_http_1_0 = true,
                "--path-as-is" => options.is_path_as_is = true,
                _ if word.starts_with("http://") => options.address(word)?,
                _ => options.flags(word)?,
            }
        }
        match options.host.is_empty() {
            true => Err("it needs an address that begins with http://".to_string()),
            false => Ok(options),
        }
    }

    /// `-i`, `-I`, `-s` and `-S`, one by one or together.
    fn flags(&mut self, word: &str) -> Result<(), String> {
        let flags = word.strip_prefix('-').filter(|flags| !flags.is_empty());
        for flag in flags.unwrap_or("-").chars() {
            match flag {
                'i' => self.with_head = true,
                'I' => self.head_only = true,
                's' | 'S' => {}
                _ => {
                    return Err(format!(
                        "it does not know {word:?}; add it to curl_options.rs"
                    ));
                }
            }
        }
        Ok(())
    }

    fn address(&mut self, word: &str) -> Result<(), String> {
        let rest = word.trim_start_matches("http://");
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        self.host = host.to_string();
        self.path = if path.is_empty() { "/" } else { path }.to_string();
        if path.contains("/.") && !self.is_path_as_is {
            return Err(format!(
                "curl shortens {path:?}; put --path-as-is before it"
            ));
        }
        Ok(())
    }

    /// The request that curl would send.
    pub fn request(&self) -> String {
        let method = match (&self.method, self.head_only, &self.body) {
            (Some(method), _, _) => method,
            (None, true, _) => "HEAD",
            (None, false, Some(_)) => "POST",
            (None, false, None) => "GET",
        };
        let version = if self.is_http_1_0 { "1.0" } else { "1.1" };
        let mut text = format!("{method} {} HTTP/{version}\r\n", self.path);
        for header in self.all_headers() {
            text += &format!("{header}\r\n");
        }
        text + "\r\n" + self.body.as_deref().unwrap_or_default()
    }

    /// curl's own headers, unless `-H` names them too, and those of `-H` that have a value.
    fn all_headers(&self) -> Vec<String> {
        let mut own = vec![
            format!("Host: {}", self.host),
            "User-Agent: curl/8".to_string(),
            "Accept: */*".to_string(),
        ];
        if let Some(body) = &self.body {
            own.push(format!("Content-Length: {}", body.len()));
            own.push("Content-Type: application/x-www-form-urlencoded".to_string());
        }
        let name = |header: &str| {
            header
                .split(':')
                .next()
                .unwrap_or_default()
                .to_ascii_lowercase()
        };
        own.retain(|header| self.headers.iter().all(|given| name(given) != name(header)));
        let given = self.headers.iter().filter(|header| !header.ends_with(':'));
        own.extend(given.cloned());
        own
    }
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse::<f64>().ok();
    let time = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    time.ok_or_else(|| format!("{text:?} is no time in seconds"))
}
