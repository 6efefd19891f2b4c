//! The subcommand `catalogue`: what an archive holds and lacks, for a person, as lines of JSON or as a table.

use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use annotate_snippets::normalize_untrusted_str;
use torch_bulletin_archive::{Catalogue, Walk};
use unicode_width::UnicodeWidthStr;

use crate::args::{CatalogueArgs, CatalogueFormat, Format, JoinRule};
use crate::input;
use crate::output::Output;
use crate::profile::options;
use crate::signals::listen;
use crate::status::{Status, Stop, counted};
use crate::target::Target;

/// Runs the subcommand.
pub(crate) fn run(args: &CatalogueArgs, status: &mut Status) -> Result<(), Stop> {
    let inputs = input::all(&args.paths)?;
    let to = CatalogueFormat::of(args.to, args.output.as_deref())?;
    let options = options(JoinRule::Evidence, args.profile.as_deref())?;
    let stopped = listen()?;
    let mut walk = Walk::new(&args.paths).with_limits(args.limits.into()).with_stop(Arc::clone(&stopped));
    let target = Target::of_list(args.output.as_deref());
    if let Target::File(path) = &target {
        walk = walk.without(path);
    }
    let mut output = Output::new(target, Format::Ndjson, &inputs)?;
    let mut catalogue = Catalogue::default();
    catalogue.gather(walk, &options, args.threads.unwrap_or(0), |input| {
        if let Err(error) = input.issues {
            status.refused(&format!("{}: {error}", input.name));
        }
        match stopped.load(Ordering::Relaxed) {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    });
    if stopped.load(Ordering::Relaxed) {
        return Err(Stop::Interrupted(output.break_off()?));
    }
    let text = match to {
        CatalogueFormat::Human => shown(&catalogue),
        CatalogueFormat::Ndjson => catalogue.to_ndjson(),
        CatalogueFormat::Csv => catalogue.to_csv(),
    };
    output.write(0, None, &text, status)?;
    output.finish()
}

/// The catalogue for a person.
fn shown(catalogue: &Catalogue) -> String {
    let issues = catalogue.issues();
    let years = || issues.iter().filter_map(|it| it.year);
    let numbers = || issues.iter().filter_map(|it| it.whole_number);
    let count = |count: usize, noun: &str| counted(count as u64, noun);
    let held = catalogue.counted().into_iter().filter(|&it| it).count();
    let mut out = count(held, "issue");
    let newsletters = catalogue.newsletters();
    if newsletters.len() > 1 {
        let each =
            newsletters.iter().map(|(name, issues)| format!("{}: {issues}", name.unwrap_or("no name")));
        let each = each.collect::<Vec<_>>().join(", ");
        let _ = write!(
            out,
            " of {} ({})",
            count(newsletters.len(), "newsletter"),
            normalize_untrusted_str(&each)
        );
    }
    // Writing to a String does not fail.
    if let (Some(first), Some(last)) = (years().min(), years().max()) {
        let _ = write!(out, ", {}", range(first.into(), last.into()));
    }
    if let (Some(first), Some(last)) = (numbers().map(|it| it.0).min(), numbers().map(|it| it.1).max()) {
        let s = if first == last { "" } else { "s" };
        let _ = write!(out, ", whole number{s} {}", range(first, last));
    }
    match issues.len() - held {
        0 => {}
        1 => out.push_str("; 1 more copy"),
        copies => {
            let _ = write!(out, "; {copies} more copies");
        }
    }
    let findings = catalogue.findings();
    let _ = writeln!(out, "\n\n{}", count(findings.len(), "finding"));
    for finding in &findings {
        let _ = writeln!(out, "  {}", normalize_untrusted_str(&catalogue.say(finding)));
    }
    let sections = catalogue.sections();
    let _ = writeln!(out, "\n{}", count(sections.len(), "section"));
    let called = |index: usize| {
        let card = &issues[index];
        normalize_untrusted_str(card.issue.as_deref().unwrap_or(&card.source))
    };
    let name = |name: &str| normalize_untrusted_str(name);
    let widest = sections.iter().map(|it| name(&it.name).width()).max().unwrap_or(0);
    for section in &sections {
        let name = name(&section.name);
        let pad = widest - name.width();
        let (first, last) = (called(section.first), called(section.last));
        let _ = writeln!(
            out,
            "  {name}{:pad$}  {first:>12} – {last:<12} {:>5} issue{} {:>6} article{}",
            "",
            section.issues,
            if section.issues == 1 { " " } else { "s" },
            section.articles,
            if section.articles == 1 { "" } else { "s" }
        );
    }
    out
}

/// Numbers from one to another, or the one.
fn range(first: u32, last: u32) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}
