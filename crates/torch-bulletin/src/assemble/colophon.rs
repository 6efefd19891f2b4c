//! The colophon from the foot of the text: labelled lines, bodies over them, values that go on.

use std::ops::Range;

use crate::grammar::attribution::is_line;
use crate::grammar::colophon::{FieldLine, body_before, extension, fields, for_each_item, loose_fields};
use crate::grammar::mark::Ending;
use crate::grammar::masthead::{Part, is_body_line, is_publisher_line, parts};
use crate::grammar::number::digit;
use crate::layout::SLACK;
use crate::model::{Colophon, Field, FieldKind, Imprint, Masthead};
use crate::{Join, Text};

use super::aside::is_aside;
use super::attribution::{is_signed_day, wraps};
use super::masthead;
use super::sheet::Sheet;

/// Stray lines that may stand under the colophon.
const STRAY: usize = 2;
/// Lines without a label that may stand between labelled ones: bodies, values that go on.
const PATIENCE: usize = 3;

/// Lines of a colophon that stands right under the masthead.
const FRONT: usize = 16;

/// Reads a colophon at the head of `range`, right under the masthead, as the press prints it; gives it and the first line
/// after it.
pub(super) fn read_front(
    sheet: &mut Sheet<'_>,
    masthead: &mut Masthead,
    range: Range<usize>,
) -> (Vec<Imprint>, usize) {
    let mut imprints = Vec::new();
    let mut line = range.start;
    while line < range.end.min(range.start + FRONT) {
        let found = fields(sheet.text(line), sheet.profile);
        if found.is_empty() && !is_aside(sheet, line) {
            break;
        }
        // 出版日期：2006年10月25日
        let dated = |it: &(Part, _)| matches!(it.0, Part::Date(date) if date.day.is_some());
        if found.is_empty()
            || masthead.date.is_none() && parts(sheet.text(line), sheet.profile).iter().any(dated)
        {
            masthead::add(sheet, masthead, line);
        } else {
            add(sheet, &mut imprints, line, found);
        }
        line += 1;
    }
    (imprints, line)
}

/// Reads the colophon at the end of `range`; gives it and its first line (the end where there is none).
pub(super) fn read(sheet: &mut Sheet<'_>, range: Range<usize>) -> (Colophon, usize) {
    let Some((start, lines)) = find(sheet, range.clone()) else { return (Colophon::default(), range.end) };
    let mut imprints: Vec<Imprint> = Vec::new();
    for (line, found) in (start..).zip(lines) {
        if found.is_empty() {
            body_or_rest(sheet, &mut imprints, line, line > start);
            continue;
        }
        add(sheet, &mut imprints, line, found);
    }
    (Colophon { imprints }, start)
}

/// Adds the fields of a line, and sets apart what stands between them.
pub(super) fn add(sheet: &mut Sheet<'_>, imprints: &mut Vec<Imprint>, line: usize, found: Vec<FieldLine>) {
    let mut at = 0;
    if let Some(start) = body_before(sheet.text(line)).filter(|&start| found[0].label.start == start) {
        at = crate::blank::trim_end(&sheet.text(line)[..start]).len();
        let organisation = Some(Text::new(sheet.place(line, 0..at)));
        imprints.push(Imprint { organisation, fields: Vec::new() });
    }
    for field in found {
        // 2015年5月15日印发: the label may stand after the value.
        let (first, second) = match (&field.label, &field.value) {
            (label, value) if value.start < label.start && !value.is_empty() => {
                (value.clone(), label.clone())
            }
            (label, value) => (label.clone(), value.clone()),
        };
        sheet.punctuate(line, at..first.start);
        sheet.punctuate(line, first.end..second.start.max(first.end));
        at = second.end.max(first.end);
        if begins_imprint(imprints, &field) {
            imprints.push(Imprint::default());
        }
        let field = build(sheet, line, field);
        if let (Some(imprint), Some(field)) = (imprints.last_mut(), field) {
            imprint.fields.push(field);
        }
    }
    sheet.punctuate(line, at..sheet.text(line).len());
}

/// The first line of the colophon and the fields of each of its lines: from the foot upwards, as long as labels come.
/// Stray lines under it (a closing word, a stamp) are left to the account.
fn find(sheet: &Sheet<'_>, range: Range<usize>) -> Option<(usize, Vec<Vec<FieldLine>>)> {
    let (mut last, mut found) = (None, Vec::new());
    for line in range.clone().rev().take(STRAY + 1) {
        let labelled = fields(sheet.text(line), sheet.profile);
        if is_credit(sheet, line, range.start) {
            break;
        }
        if !labelled.is_empty() {
            (last, found) = (Some(line), vec![labelled]);
            break;
        }
        if sheet.closing_start(line).is_some() || is_line(sheet.text(line), sheet.profile) {
            break;
        }
    }
    let last = last?;
    // From here `found` runs upwards.
    let (mut start, mut misses) = (last, 0);
    for line in (range.start..last).rev() {
        let text = sheet.text(line);
        // The last article may be a notice with its signature.
        if is_credit(sheet, line, range.start) || is_signed_day(sheet, line) {
            break;
        }
        let labelled = fields(text, sheet.profile);
        let body = || is_publisher_line(text, sheet.profile) || (misses == 0 && is_body_line(text));
        if !labelled.is_empty() || body() {
            (start, misses) = (line, 0);
        } else if sheet.closing_start(line).is_some()
            || (sheet.ending(line).closed() && text.contains('。') && !goes_on_list(sheet, line, range.start))
            || misses == PATIENCE
        {
            break;
        } else {
            misses += 1;
        }
        // Between two lines of the colophon any label is one.
        found.push(if labelled.is_empty() { loose_fields(text, sheet.profile) } else { labelled });
    }
    found.truncate(last + 1 - start);
    found.reverse();
    let goes_on = |&line: &usize| {
        let open = sheet.ending(line - 1).open() || sheet.ending(line - 1).semicolon();
        let apart = sheet.lines[line].blank_before && !open;
        !apart && (open || !sheet.ending(line).closed())
    };
    let rest = (last + 1..range.end).take_while(goes_on);
    found.extend(rest.map(|line| loose_fields(sheet.text(line), sheet.profile)));
    Some((start, found))
}

/// Whether a line may go on with a list of receivers on the line before it, closed by a stop as that is: 送：某处。/ 某处。
fn goes_on_list(sheet: &Sheet<'_>, line: usize, first: usize) -> bool {
    let receivers = |field: &FieldLine| {
        matches!(field.kind, FieldKind::ReportTo | FieldKind::SendTo | FieldKind::IssueTo)
    };
    line > first && fields(sheet.text(line - 1), sheet.profile).last().is_some_and(receivers)
}

/// Whether a line is the attribution of the last article in brackets, as every article of some bulletins has it ([责任编辑：某人]),
/// and not amid a colophon.
fn is_credit(sheet: &Sheet<'_>, line: usize, first: usize) -> bool {
    // （供稿：某处 / 编辑：某人）, of which the last line looks like a field
    let wrapped =
        || sheet.ending(line).bracket() && wraps(sheet.text(line - 1), sheet.text(line), sheet.profile);
    line > first && wrapped()
        || sheet.closing_start(line) == Some(0)
            && (line == first || fields(sheet.text(line - 1), sheet.profile).is_empty())
}

/// A line without a label: the body that the next fields belong to, or the rest of the value before.
fn body_or_rest(sheet: &Sheet<'_>, imprints: &mut Vec<Imprint>, line: usize, inside: bool) {
    let text = sheet.text(line);
    let span = sheet.lines[line].span;
    let last = imprints.last().and_then(|imprint| imprint.fields.last());
    let open = last.is_some_and(|field| {
        let ending = Ending::of(field.value.last().of(sheet.source).unwrap_or_default());
        ending.open() || ending.semicolon()
    });
    // The rest of a list that filled the line before may end like a body: …科 / 技部机关各司局.
    let full =
        sheet.setting.measure.is_some_and(|measure| inside && sheet.lines[line - 1].width + SLACK >= measure);
    let wrapped = full && last.is_some() && !sheet.lines[line].blank_before;
    if is_publisher_line(text, sheet.profile) || (!open && !wrapped && is_body_line(text)) {
        imprints.push(Imprint { organisation: Some(Text::new(span)), fields: Vec::new() });
        return;
    }
    let last = imprints.last_mut().and_then(|imprint| imprint.fields.last_mut());
    // A list that a page end or an enumeration comma leaves open goes on over a blank line.
    let apart = sheet.lines[line].blank_before && !sheet.lines[line].page_before && !open;
    // A number or an address of the net goes on only where it is not whole.
    use FieldKind::{Copies, Email, Fax, Postcode, Telephone, Website};
    let goes_on = |field: &Field| match field.kind {
        Copies | Email | Fax | Postcode | Telephone | Website => {
            !apart && open || is_cut(sheet, field, line, wrapped)
        }
        _ => !apart,
    };
    if let Some(field) = last.filter(|field| inside && goes_on(field)) {
        go_on(sheet, field, line);
    }
}

/// Digits of the shortest telephone number.
const NUMBER: usize = 7;

/// Whether a line end cut a number or an address of the net of which `line` has the other part: nothing of it or only the
/// area code stands before, over a blank line too, or the line before is full.
fn is_cut(sheet: &Sheet<'_>, field: &Field, line: usize, wrapped: bool) -> bool {
    use FieldKind::{Email, Website};
    let rest = sheet.text(line);
    let number = rest.starts_with(|c| digit(c).is_some());
    if field.value.is_empty() {
        return number || !sheet.lines[line].blank_before;
    }
    if matches!(field.kind, Email | Website) {
        // Letters of full width too.
        return wrapped && rest.chars().all(|c| c.is_ascii_graphic() || ('！'..='～').contains(&c));
    }
    let last = field.items.last().map(|item| item.of(sheet.source)).unwrap_or_default();
    let short = last.chars().filter(|&c| digit(c).is_some()).count() < NUMBER;
    number && (short && last.ends_with([')', '）', '-', '－', '—']) || wrapped)
}

/// Adds a line to the value it goes on with, and its parts to the field's; a part cut by the line end is one.
fn go_on(sheet: &Sheet<'_>, field: &mut Field, line: usize) {
    let (text, span) = (sheet.text(line), sheet.lines[line].span);
    let last = field.value.last().of(sheet.source).unwrap_or_default();
    let whole = last.is_empty() || last.ends_with(['、', '，', ',', '；', ';', '。']);
    if field.value.is_empty() {
        field.value = Text::new(span);
    } else {
        field.value.push(Join::Wrap, span);
    }
    let line_as_field = FieldLine { kind: field.kind, label: 0..0, value: 0..text.len() };
    let mut cut = !whole && !field.items.is_empty();
    for_each_item(text, &line_as_field, |range| {
        let place = sheet.place(line, range);
        match field.items.last_mut().filter(|_| std::mem::take(&mut cut)) {
            Some(part) => part.push(Join::Wrap, place),
            None => field.items.push(Text::new(place)),
        }
    });
}

/// A field begins another body's imprint where it says again how to reach a body: a second address, postcode, number.
fn begins_imprint(imprints: &[Imprint], field: &FieldLine) -> bool {
    use FieldKind::{Address, Postcode, Telephone};
    let Some(last) = imprints.last() else { return true };
    matches!(field.kind, Address | Postcode | Telephone) && last.fields.iter().any(|it| it.kind == field.kind)
}

fn build(sheet: &Sheet<'_>, line: usize, field: FieldLine) -> Option<Field> {
    let text = sheet.text(line);
    let part = |range: Range<usize>| Text::new(sheet.place(line, range));
    let mut items = Vec::with_capacity(1);
    for_each_item(text, &field, |range| items.push(part(range)));
    Some(Field {
        kind: field.kind,
        items,
        extension: extension(text, &field).map(part),
        label: part(field.label),
        value: part(field.value),
    })
}
