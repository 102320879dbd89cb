use std::collections::BTreeMap;

/// Makes a page. It gets what the path has in the places of `{..}`, and workers call it at the same
/// time.
pub type Handler = Box<dyn Fn(&[&str]) -> String + Send + Sync>;

/// What a table has for a request: the handler and the methods are the table's, and the parts are
/// slices of the path.
#[allow(dead_code, reason = "until each of them is said")]
pub enum Found<'table, 'path> {
    Handler(&'table Handler, Vec<&'path str>),
    /// The path is there, and has these methods, each of them once.
    NotAllowed(Vec<&'table str>),
    Nothing,
}

/// Which handler answers which method on which paths.
pub struct Routes {
    /// The parts of each pattern, with its methods.
    paths: Vec<(Vec<&'static str>, BTreeMap<&'static str, Handler>)>,
}

impl Routes {
    pub fn new() -> Routes {
        Routes { paths: Vec::new() }
    }

    pub fn add(
        &mut self,
        method: &'static str,
        pattern: &'static str,
        handler: impl Fn(&[&str]) -> String + Send + Sync + 'static,
    ) {
        let pattern: Vec<&str> = pattern.split('/').collect();
        let place = self.paths.iter().position(|(other, _)| *other == pattern);
        let place = place.unwrap_or_else(|| {
            self.paths.push((pattern, BTreeMap::new()));
            self.paths.len() - 1
        });
        let methods = &mut self.paths[place].1;
        methods.entry(method).or_insert_with(|| Box::new(handler));
    }

    pub fn find<'table, 'path>(
        &'table self,
        method: &str,
        path: &'path str,
    ) -> Found<'table, 'path> {
        let came: Vec<&str> = path.split('/').collect();
        let mut allowed = Vec::new();
        for (pattern, methods) in &self.paths {
            let pairs = || pattern.iter().copied().zip(came.iter().copied());
            let is_open = |name: &str| name.starts_with('{') && name.ends_with('}');
            let fits =
                |(name, part): (&str, &str)| name == part || is_open(name) && !part.is_empty();
            if pattern.len() != came.len() || !pairs().all(fits) {
                continue;
            }
            if let Some(handler) = methods.get(method) {
                let parts = pairs().filter(|(name, _)| is_open(name));
                return Found::Handler(handler, parts.map(|(_, part)| part).collect());
            }
            allowed.extend(methods.keys().copied());
        }
        allowed.sort_unstable();
        allowed.dedup();
        match allowed.is_empty() {
            true => Found::Nothing,
            false => Found::NotAllowed(allowed),
        }
    }
}
