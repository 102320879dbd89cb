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
    routes: Vec<Route>,
}

struct Route {
    method: &'static str,
    pattern: &'static str,
    handler: Handler,
}

impl Routes {
    pub fn new() -> Routes {
        Routes { routes: Vec::new() }
    }

    pub fn add(
        &mut self,
        method: &'static str,
        pattern: &'static str,
        handler: impl Fn(&[&str]) -> String + Send + Sync + 'static,
    ) {
        self.routes.push(Route {
            method,
            pattern,
            handler: Box::new(handler),
        });
    }

    pub fn find<'table, 'path>(
        &'table self,
        method: &str,
        path: &'path str,
    ) -> Found<'table, 'path> {
        let mut allowed = Vec::new();
        for route in &self.routes {
            match parts(route.pattern, path) {
                Some(parts)
                    if route.method == method || (method, route.method) == ("HEAD", "GET") =>
                {
                    return Found::Handler(&route.handler, parts);
                }
                Some(_) if !allowed.contains(&route.method) => allowed.push(route.method),
                _ => {}
            }
        }
        if allowed.is_empty() {
            Found::Nothing
        } else {
            Found::NotAllowed(allowed)
        }
    }
}

/// What the path has in the places of `{..}`, if it fits.
fn parts<'path>(pattern: &str, path: &'path str) -> Option<Vec<&'path str>> {
    let (mut expected, mut came) = (pattern.split('/'), path.split('/'));
    let mut parts = Vec::new();
    loop {
        match (expected.next(), came.next()) {
            (None, None) => return Some(parts),
            (Some(name), Some(part))
                if name.starts_with('{') && name.ends_with('}') && !part.is_empty() =>
            {
                parts.push(part);
            }
            (Some(name), Some(part)) if name == part => {}
            _ => return None,
        }
    }
}
