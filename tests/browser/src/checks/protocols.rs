//! Protocols that are not spoken here.

use super::curl::{curl, curl_to};
use crate::server::{self, url};

/// HTTP/2 is not spoken here. curl is told so, and the server serves on.
pub fn http_2_is_refused() {
    let server = server::start();
    let ran = curl(&server, &["--http2-prior-knowledge"]);
    assert!(
        ran.code.is_some_and(|code| code != 0),
        "curl reports an error: {}",
        ran.output
    );
    server.wait_for_log(" 505 ");
    server.serves_on();
}

/// Nor is TLS. (The log need not have the status: curl may be gone before the reply has left.)
pub fn https_is_refused() {
    let server = server::start();
    let address = url(&server, "/").replace("http:", "https:");
    let ran = curl_to(&address, &["--insecure"], Vec::new());
    assert!(
        ran.code.is_some_and(|code| code != 0),
        "curl reports an error: {}",
        ran.output
    );
    server.wait_for_log("the head has bytes that are not text");
    server.serves_on();
}
