//! `std::panic`, where the world begins.

pub use orders::panic::{AssertUnwindSafe, PanicHookInfo, UnwindSafe, catch_unwind};

/// Begins the world. What a panic says goes into its story, too.
pub fn set_hook(hook: Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>) {
    crate::start::begin();
    std::panic::set_hook(Box::new(move |panic| {
        orders::walk::panics(panic);
        hook(panic);
    }));
}
