//! What is searched for: words, and whether a paragraph must hold all of them.

use super::word::Word;

/// Words 检索词 to find in issues.
///
/// A word is any text: blanks in it do not count, and no sign in it has a meaning of its own. A paragraph (or title,
/// table, attribution …) must hold all words, unless [`any`](Self::with_any) of them will do.
///
/// ```
/// use torch_bulletin::search::Query;
/// let source = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n全国⽕ 炬工作会议今天没有召开。\n(供稿:某某高新区)";
/// let query = Query::new(["火炬", "会议"])?;
/// assert!(query.may_hold(source));
/// let parsed = torch_bulletin::parse(source);
/// let hits = query.find(source, parsed.bulletin());
/// assert_eq!((hits[0].left.as_str(), hits[0].matched.as_str()), ("全国", "⽕ 炬"));
/// assert_eq!((hits[0].article, hits[0].block), (Some(0), Some(0)));
/// # Ok::<(), torch_bulletin::search::QueryError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Query {
    given: Vec<String>,
    pub(super) words: Vec<Word>,
    pub(super) any: bool,
    pub(super) context: usize,
}

/// Why words are none to search for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QueryError {
    /// There is none.
    #[error("found no word, expected at least one to search for")]
    NoWord,
    /// One has nothing but blanks.
    #[error("word {0} has nothing but blanks; give what is to be found")]
    Blank(usize),
}

impl Query {
    /// Characters of context on each side unless asked otherwise.
    pub const CONTEXT: usize = 24;

    /// A search for words.
    ///
    /// # Errors
    /// Where there is no word, or one without a character that is printed.
    pub fn new<W: Into<String>>(words: impl IntoIterator<Item = W>) -> Result<Self, QueryError> {
        let given: Vec<String> = words.into_iter().map(Into::into).collect();
        if given.is_empty() {
            return Err(QueryError::NoWord);
        }
        let word = |(index, given): (usize, &String)| Word::new(given).ok_or(QueryError::Blank(index + 1));
        let words = given.iter().enumerate().map(word).collect::<Result<_, _>>()?;
        Ok(Self { given, words, any: false, context: Self::CONTEXT })
    }

    /// The same, with one of the words enough for a paragraph to be found.
    #[must_use]
    pub const fn with_any(mut self, any: bool) -> Self {
        self.any = any;
        self
    }

    /// The same, with so many characters (code points) of context on each side.
    #[must_use]
    pub const fn with_context(mut self, chars: usize) -> Self {
        self.context = chars;
        self
    }

    /// The words as they were given.
    pub fn words(&self) -> &[String] {
        &self.given
    }

    /// Whether the words may be found in the text of an issue: where this says no, [`find`](Self::find) finds nothing.
    ///
    /// Reads the text once or twice at about the speed of a byte search, and needs no parse. Work grows with the text
    /// times the length of the words.
    pub fn may_hold(&self, source: &str) -> bool {
        let mut words = self.words.iter();
        match self.any {
            true => words.any(|word| word.may_stand_in(source)),
            false => words.all(|word| word.may_stand_in(source)),
        }
    }
}
