//! The whole 总体 of a share that does not print it: 占58.7% of what was counted before, 其中…占比41% of the level before.

use std::sync::Arc;

use super::{Row, Walk};
use crate::facts::Basis;
use crate::facts::mark::Kind;
use crate::facts::subject::Subject;

impl Walk<'_, '_, '_> {
    /// 206个平台中,…: the parts that follow are of these.
    pub(super) fn among(&mut self, start: usize, end: usize) {
        let view = self.view;
        // Most clauses end in another character.
        if !view.text.as_bytes()[..end].ends_with("中".as_bytes()) {
            return;
        }
        let Some(group) = view.text[start..end].strip_suffix('中').filter(|it| it.len() <= 60) else {
            return;
        };
        let counted = view.at(start).is_some_and(|it| matches!(it.kind, Kind::Amount(_)));
        if counted {
            let group: Arc<str> = group.into();
            self.among = Some(group.clone());
            let subject = Subject { text: group.clone(), zone: None, event: false };
            self.sentence.subject = Some((subject, start..start + group.len()));
        }
    }

    /// What a share is of, where its own words do not say; `words` is where 占 or 占比 stands.
    pub(super) fn whole_of(&self, mark: usize, words: usize, metric_end: Option<usize>) -> Option<Arc<str>> {
        let view = self.view;
        let (_, clause) = view.clause(mark);
        let lead = &view.text[view.item(mark).max(clause).min(words)..words];
        let part = view.text[clause..].starts_with("其中");
        let group = group(lead);
        if group.is_some() && !part {
            return group;
        }
        let (carried, among) = (|| self.whole.clone(), || self.among.clone());
        // 投入在千万元以下的平台占31.6%: of all that are called so.
        let kind = || {
            let kind = lead.rsplit_once('的')?.1;
            (2..=8).contains(&kind.chars().count()).then(|| kind.into())
        };
        // Of the level right before; one that has its own share is a part itself.
        let level = || {
            let last = self.rows[self.recent()..].last()?;
            self.levels().next().filter(|it| it.range == last.range).map(|it| it.row.metric.as_str().into())
        };
        if part {
            return level().or_else(among).or_else(kind).or_else(carried);
        }
        match metric_end.map(|end| &view.text[words.min(end)..end]) {
            // 大数据企业贡献5.9亿元,占比28%: the level before is the part.
            Some("占比") if lead.is_empty() => among().or_else(|| self.counted_before()).or_else(carried),
            Some("占比") if !lead.ends_with('所') => level().or_else(carried).or_else(among),
            // 出资比例不超过40%: of what, is said nowhere.
            Some(_) if !lead.ends_with(['所', '占']) => None,
            Some(_) => carried().or_else(level),
            None if lead.is_empty() => carried().or_else(among).or_else(|| self.counted_before()),
            None => carried().or_else(among).or_else(kind).or_else(level),
        }
    }

    /// 授权专利1.09万件,其中发明专利2870件,占26.3%: the part is the level before, and the whole the one before that.
    fn counted_before(&self) -> Option<Arc<str>> {
        let mut levels = self.levels();
        let part = levels.next()?;
        let own = group(&part.row.metric);
        let whole = levels.next().filter(|it| it.row.unit == part.row.unit);
        let between = whole.map(|it| &self.view.text[it.range.end.min(part.range.start)..part.range.start]);
        own.or_else(|| {
            whole
                .filter(|_| between.is_some_and(|it| it.contains("其中")))
                .map(|it| it.row.metric.as_str().into())
        })
    }

    /// The levels of the sentence, the last first.
    fn levels(&self) -> impl Iterator<Item = &Row> {
        let share = |row: &Row| row.row.change.as_ref().is_some_and(|it| it.basis == Basis::Share);
        let rows = self.rows[self.recent()..].iter().rev();
        rows.filter(move |it| !it.base && !share(it) && it.row.measure.printed().is_some())
    }
}

/// 从业人员 of 从业人员中研发人员: those among whom the part is.
fn group(text: &str) -> Option<Arc<str>> {
    const NOT_BEFORE: [char; 8] = ['其', '集', '高', '初', '在', '当', '国', '地'];
    const NOT_AFTER: [char; 24] = [
        '关', '国', '心', '央', '部', '小', '医', '试', '型', '间', '西', '药', '级', '文', '科', '介', '华',
        '东', '学', '等', '期', '高', '位', '外',
    ];
    let (group, rest) = text.rsplit_once('中')?;
    let group = group.strip_prefix('在').unwrap_or(group);
    let fits = group.chars().count() >= 2 && !group.ends_with(NOT_BEFORE) && !rest.starts_with(NOT_AFTER);
    fits.then(|| group.trim_start_matches('的').into())
}
