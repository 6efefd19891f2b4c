//! The subcommand `archive`: folders and containers become tables.

use std::io;
use std::path::Path;

use torch_bulletin_archive::{Export, ExportError, Summary, Table, TableFormat, Walk};

use crate::args::ArchiveArgs;
use crate::ending::format_of;
use crate::profile;
use crate::progress::Monitor;
use crate::status::{Status, Stop, counted, report};

/// Runs the subcommand.
pub(crate) fn run(args: &ArchiveArgs, status: &mut Status) -> Result<(), Stop> {
    if args.paths.iter().filter(|path| Walk::is_stream(path)).count() > 1 {
        return Err(Stop::Usage("standard input can be read only once; give `-` once".to_owned()));
    }
    let export = Export::new()
        .with_offsets(args.offsets.into())
        .with_options(profile::options(args.joins, args.profile.as_deref())?)
        .with_numbers(args.numbers)
        .with_threads(args.threads.unwrap_or(0))
        .with_limits(args.limits.into())
        .with_mark(args.bom)
        .with_part_bytes(args.part_size)
        .with_resume(args.resume);
    let is_stdout = args.output.as_os_str() == "-";
    let format = format(args)?;
    if args.bom && format != TableFormat::Csv {
        return Err(Stop::Usage(format!(
            "`--bom` begins CSV, and this is {format}; use it with `--format csv`, or leave it out"
        )));
    }
    let mut monitor = Monitor::new(status)?;
    let done = match args.table {
        Some(table) => one(args, (table.0, format), &export, is_stdout, &mut monitor),
        None if is_stdout => Err(Stop::Usage(
            "six tables do not fit on standard output; choose one with `--table`, or name a folder"
                .to_owned(),
        )),
        None => all(args, format, export, &mut monitor),
    };
    monitor.finish();
    let summary = done?;
    report(&sentence(&summary));
    if summary.complete {
        return Ok(());
    }
    let output = args.output.display();
    Err(Stop::Interrupted(match args.table {
        None => format!("stopped; {output} holds what was done until then; go on with `--resume`"),
        Some(_) if is_stdout => "stopped; the output ends early".to_owned(),
        Some(_) => format!("stopped; {output}.partial holds what was done until then"),
    }))
}

/// The format that is asked for, or that the name of the one file says.
fn format(args: &ArchiveArgs) -> Result<TableFormat, Stop> {
    if let Some(format) = args.format {
        return Ok(format.0);
    }
    if args.table.is_none() {
        return Ok(TableFormat::Parquet);
    }
    // A folder is refused for what it is.
    let output = Some(args.output.as_path()).filter(|it| !it.is_dir());
    let known = ".parquet, .pq, .arrow, .feather, .ipc, .ndjson, .jsonl or .csv";
    Ok(format_of(output, TableFormat::of_ending, known, "--format")?.unwrap_or(TableFormat::Ndjson))
}

/// Whether a path is called as files of tables are, those that are written here and those that are not.
fn is_name_of_file(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    TableFormat::of_ending(&ending).is_some()
        || matches!(&*ending, "xlsx" | "xls" | "ods" | "json" | "txt" | "tsv")
}

/// All tables, or those asked for, in a folder.
fn all(
    args: &ArchiveArgs,
    format: TableFormat,
    export: Export,
    monitor: &mut Monitor<'_>,
) -> Result<Summary, Stop> {
    let output = &args.output;
    if output.exists() && !output.is_dir() || !output.exists() && is_name_of_file(output) {
        return Err(Stop::Usage(format!(
            "{}: found the name of a file, expected a folder for all tables; choose one table with `--table NAME`, or name a folder",
            output.display()
        )));
    }
    let export = match &args.tables[..] {
        [] => export,
        tables => export.with_tables(tables.iter().map(|table| table.0)),
    };
    export.to_folder(args.paths.iter(), output, format, monitor).map_err(stop)
}

/// One table in a file, or on standard output.
fn one(
    args: &ArchiveArgs,
    (table, format): (Table, TableFormat),
    export: &Export,
    is_stdout: bool,
    monitor: &mut Monitor<'_>,
) -> Result<Summary, Stop> {
    let written = if is_stdout {
        export.to_stream(args.paths.iter(), table, format, io::BufWriter::new(io::stdout()), monitor)
    } else if args.output.is_dir() {
        return Err(Stop::Usage(format!(
            "{} is a folder, and `--table` writes one file; name it, or leave `--table` out",
            args.output.display()
        )));
    } else {
        export.to_file(args.paths.iter(), table, format, &args.output, monitor)
    };
    written.map_err(stop)
}

fn stop(error: ExportError) -> Stop {
    match error {
        ExportError::Write { source, .. } if source.kind() == io::ErrorKind::BrokenPipe => Stop::BrokenPipe,
        ExportError::Write { .. } | ExportError::Read { .. } | ExportError::Busy(_) => {
            Stop::Failed(error.to_string())
        }
        ExportError::Exists(folder) => Stop::Usage(format!(
            "{} holds an archive already; go on with it by `--resume`, or choose another folder",
            folder.display()
        )),
        other => Stop::Usage(other.to_string()),
    }
}

/// How a run went, in one line.
fn sentence(summary: &Summary) -> String {
    let mut out = format!("{}: {}", counted(summary.inputs, "input"), counted(summary.issues, "issue"));
    for (table, rows) in &summary.rows {
        if *table != Table::Issues {
            out.push_str(&format!(", {}", counted(*rows, table.as_str().trim_end_matches('s'))));
        }
    }
    for (count, what) in [
        (summary.refused, "refused"),
        (summary.failed, "failed"),
        (summary.kept, "kept from before"),
        (summary.passed_over, "passed over"),
    ] {
        if count > 0 {
            out.push_str(&format!("; {count} {what}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_leaves_out_what_did_not_happen() {
        let mut summary = Summary::default();
        (summary.inputs, summary.issues) = (1, 2);
        summary.rows = [(Table::Issues, 2), (Table::Articles, 11)].into();
        assert_eq!(sentence(&summary), "1 input: 2 issues, 11 articles");
        summary.rows = [(Table::Issues, 2), (Table::Facts, 1)].into();
        assert_eq!(sentence(&summary), "1 input: 2 issues, 1 fact");
        summary.rows = [(Table::Issues, 2), (Table::Articles, 11)].into();
        (summary.inputs, summary.refused, summary.kept) = (3, 1, 2);
        assert_eq!(sentence(&summary), "3 inputs: 2 issues, 11 articles; 1 refused; 2 kept from before");
    }
}
