//! The renderers of a whole issue by name, for whoever is told the name.

use super::{html, markdown, outline, summary, tei, text};
use crate::Document;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// A form that a whole issue is rendered to.
    pub enum Form {
        /// [`markdown`](super::markdown())
        Markdown = "markdown",
        /// [`html`](super::html())
        Html = "html",
        /// [`tei`](super::tei())
        Tei = "tei",
        /// [`text`](super::text())
        Text = "text",
        /// [`outline`](super::outline())
        Outline = "outline",
        /// [`summary`](super::summary())
        Summary = "summary",
    }
}

impl Form {
    /// The issue in this form.
    ///
    /// ```
    /// use torch_bulletin::render::{Form, markdown};
    /// let document = torch_bulletin::parse("一个标题\n今天没有新闻。").into_document();
    /// let form: Form = "markdown".parse()?;
    /// assert_eq!(form.write(&document), markdown(document.source(), document.bulletin()));
    /// # Ok::<(), torch_bulletin::UnknownName>(())
    /// ```
    pub fn write(self, document: &Document) -> String {
        let (source, bulletin) = (document.source(), document.bulletin());
        match self {
            Form::Markdown => markdown(source, bulletin),
            Form::Html => html(source, bulletin),
            Form::Tei => tei(source, bulletin),
            Form::Text => text(source, bulletin),
            Form::Outline => outline(source, bulletin, document.report()),
            Form::Summary => summary(bulletin, document.report()),
        }
    }
}
