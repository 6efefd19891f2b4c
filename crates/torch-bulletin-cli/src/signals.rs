//! Ctrl-C 中断: the first one asks a run to end, the second one ends the program.

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::status::Stop;

/// A flag that Ctrl-C sets from now on.
pub(crate) fn listen() -> Result<Arc<AtomicBool>, Stop> {
    let stop = Arc::default();
    register(&stop)
        .map_err(|error| Stop::Failed(format!("could not listen to signals: {error}; try again")))?;
    Ok(stop)
}

fn register(stop: &Arc<AtomicBool>) -> io::Result<()> {
    for signal in [SIGINT, SIGTERM] {
        flag::register_conditional_shutdown(signal, 130, Arc::clone(stop))?;
        flag::register(signal, Arc::clone(stop))?;
    }
    // A limit on the size of files would kill the program; caught, it is a write that fails and is reported.
    #[cfg(unix)]
    flag::register(signal_hook::consts::SIGXFSZ, Arc::default())?;
    Ok(())
}
