//! Writing documents: to standard output, to one file, or to a folder with a file for each.

use std::collections::HashSet;
use std::fs;
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};

use torch_bulletin_archive::{Draft, is_input};

use crate::args::Format;
use crate::input::Input;
use crate::names::names;
use crate::status::{Status, Stop};
use crate::target::Target;

/// Takes the documents of a run. Nothing is made or emptied before there is a document to write.
#[derive(Debug)]
pub(crate) enum Output {
    Stdout { out: BufWriter<StdoutLock<'static>>, apart: bool, written: bool },
    File { path: PathBuf, out: Option<BufWriter<Draft>> },
    Folder { paths: Vec<PathBuf>, extension: &'static str, written: HashSet<PathBuf> },
}

impl Output {
    /// Refuses what would overwrite an input, or give two inputs one name.
    pub(crate) fn new(target: Target, format: Format, inputs: &[Input]) -> Result<Self, Stop> {
        match target {
            Target::Stdout => {
                let apart = matches!(format, Format::Markdown | Format::Text);
                Ok(Output::Stdout { out: BufWriter::new(io::stdout().lock()), apart, written: false })
            }
            Target::File(path) => {
                spare_inputs([&path], inputs)?;
                Ok(Output::File { path, out: None })
            }
            Target::Folder(folder) => {
                let names = names(inputs, format.extension())?;
                let paths: Vec<_> = names.iter().map(|name| folder.join(name)).collect();
                spare_inputs(&paths, inputs)?;
                Ok(Output::Folder { paths, extension: format.extension(), written: HashSet::new() })
            }
        }
    }

    /// Writes the document of one input, or of one issue of it. In a folder a failure costs that document only, and an issue
    /// of a volume is named by its key: `2022-12.json`, or `volume-2022-12.json` where there are several inputs.
    pub(crate) fn write(
        &mut self,
        index: usize,
        key: Option<&str>,
        document: &str,
        status: &mut Status,
    ) -> Result<(), Stop> {
        match self {
            Output::Stdout { out, apart, written } => {
                // Running text of two issues needs a border that a reader sees.
                let border = if *apart && *written { "\n" } else { "" };
                *written = true;
                let done = out.write_all(border.as_bytes()).and_then(|()| out.write_all(document.as_bytes()));
                done.map_err(|error| stop("standard output", &error))
            }
            Output::File { path, out } => {
                let open = || Ok(BufWriter::new(Draft::create(path)?));
                let done = match out {
                    Some(out) => out.write_all(document.as_bytes()),
                    None => open().and_then(|new| out.insert(new).write_all(document.as_bytes())),
                };
                done.map_err(|error| stop(&path.display().to_string(), &error))
            }
            Output::Folder { paths, extension, written } => {
                let path = &match key {
                    None => paths[index].clone(),
                    Some(key) => paths[index].with_file_name(match &paths[..] {
                        [_] => format!("{key}.{extension}"),
                        _ => {
                            let name = paths[index].file_name().unwrap_or_default().to_string_lossy();
                            let stem = name.strip_suffix(*extension).unwrap_or(&name).trim_end_matches('.');
                            format!("{stem}-{key}.{extension}")
                        }
                    }),
                };
                // The name of an issue is known only now, and may be another input's.
                if !written.insert(path.clone()) {
                    status.refused(&format!(
                        "{} is written already, for another input; parse the two in two runs",
                        path.display()
                    ));
                    return Ok(());
                }
                let write = || {
                    path.parent().map_or(Ok(()), fs::create_dir_all)?;
                    let mut draft = Draft::create(path)?;
                    draft.write_all(document.as_bytes())?;
                    draft.finish()
                };
                if let Err(error) = write() {
                    status.refused(&unwritten(&path.display().to_string(), &error));
                }
                Ok(())
            }
        }
    }

    /// Writes what is still held back, and gives a file its name; a full disk may show only now.
    pub(crate) fn finish(self) -> Result<(), Stop> {
        match self {
            Output::Stdout { mut out, .. } => out.flush().map_err(|error| stop("standard output", &error)),
            Output::File { path, out: Some(out) } => {
                let done = written(out).and_then(Draft::finish);
                done.map_err(|error| stop(&path.display().to_string(), &error))
            }
            Output::File { path, out: None } => {
                // What a killed run left beside it is not left once more.
                drop(Draft::create(&path));
                Ok(())
            }
            Output::Folder { .. } => Ok(()),
        }
    }

    /// Keeps what was written before somebody stopped the run, marked as no more than that; and says where it is.
    pub(crate) fn break_off(self) -> Result<String, Stop> {
        match self {
            Output::File { path, out: Some(out) } => {
                let part = written(out).and_then(Draft::part);
                let part = part.map_err(|error| stop(&path.display().to_string(), &error))?;
                Ok(format!("stopped; {} holds what was done until then", part.display()))
            }
            Output::File { out: None, .. } => Ok("stopped; nothing was written".to_owned()),
            other => other.finish().map(|()| "stopped; the output ends early".to_owned()),
        }
    }
}

fn written(out: BufWriter<Draft>) -> io::Result<Draft> {
    out.into_inner().map_err(io::IntoInnerError::into_error)
}

/// Writes to standard output at once.
pub(crate) fn to_stdout(bytes: &[u8]) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|error| stop("standard output", &error))
}

/// The end of a run whose output failed.
pub(crate) fn stop(what: &str, error: &io::Error) -> Stop {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Stop::BrokenPipe,
        _ => Stop::Failed(unwritten(what, error)),
    }
}

/// The message for an output that failed: which, why, what to do.
pub(crate) fn unwritten(what: &str, error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::ResourceBusy {
        return format!("could not write {what}: {error}; wait for its end, or choose another place");
    }
    format!("could not write {what}: {error}; check that its folder exists, is yours to write, and has room")
}

/// Refuses outputs that are inputs, or lie where inputs are looked for.
fn spare_inputs<P: AsRef<Path>>(outputs: impl IntoIterator<Item = P>, inputs: &[Input]) -> Result<(), Stop> {
    let paths: Vec<PathBuf> = inputs.iter().filter_map(|input| input.path().map(PathBuf::from)).collect();
    let known: HashSet<_> = paths.iter().filter_map(|path| fs::canonicalize(path).ok()).collect();
    // Of thousands of files only folders and patterns are looked into.
    let wide: Vec<PathBuf> = paths.into_iter().filter(|path| !path.is_file()).collect();
    for output in outputs {
        let output = output.as_ref();
        if fs::canonicalize(output).is_ok_and(|output| known.contains(&output)) || is_input(output, &wide) {
            return Err(Stop::Usage(format!(
                "the output {} is one of the inputs; choose another place with -o",
                output.display()
            )));
        }
    }
    Ok(())
}
