//! What must hold of a report: findings have their place, their order, and one line of message.

use std::collections::HashMap;

use torch_bulletin::{Code, Report};

use super::{Outcome, Within, ensure};

pub(super) fn check(source: &str, report: &Report) -> Outcome {
    let mut kept: HashMap<Code, usize> = HashMap::new();
    let mut before = None;
    for finding in report.diagnostics() {
        let one = || {
            let message = &finding.message;
            ensure(!message.trim().is_empty(), || "has no message".to_owned())?;
            ensure(!message.contains(['\n', '\r']), || format!("the message is no one line: {message:?}"))?;
            ensure(!message.ends_with('.'), || format!("the message ends with a full stop: {message:?}"))?;
            ensure(finding.count >= 1, || "counts nothing".to_owned())?;
            match finding.span {
                // A finding about a missing thing may stand at a place without width.
                Some(span) => {
                    ensure(span.of(source).is_some(), || format!("{span:?} is no place in the source"))
                }
                None => Ok(()),
            }
        };
        one().within(|| finding.code.to_string())?;
        let place = finding.span.map(|span| span.start());
        ensure(before <= place, || format!("{} at {:?} is out of order", finding.code, finding.span))?;
        before = place;
        *kept.entry(finding.code).or_default() += 1;
    }
    for (code, count) in kept {
        ensure(count <= Report::KEPT_PER_CODE, || format!("{count} findings of {code} are kept"))?;
    }
    Ok(())
}
