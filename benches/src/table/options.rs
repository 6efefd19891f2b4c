//! What of the table is wanted.

use torch_bulletin_benches::archive::ISSUES;

pub(crate) const USAGE: &str = "\
usage: cargo xtask bench [PART]... [OPTION]...

parts, all but `big` where none is named:
  plain          every phase on the generated archive, a paragraph a line
  wrapped        the same on its hard-wrapped twin
  archive        bytes to documents, two threads over one, a folder to Parquet
  scale          541 issues against 10,000
  shapes         hard texts at n and 4n
  big            26,000 issues (1 GiB on disk) to Parquet: memory, and the time of a byte

options:
  --quick        100 issues, 5 rounds, shapes of a fiftieth: a first look
  --rounds N     rounds of the phases (15)
  --issues N     issues of the archive (541)
  --shrink N     shapes and the larger archive N times smaller (1)
  --only TEXT    cases and shapes with TEXT in their name; may be given again

cargo xtask bench criterion [ARGS] runs the same cases under criterion.
";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Plain,
    Wrapped,
    Archive,
    Scale,
    Shapes,
    Big,
}

#[derive(Debug)]
pub(crate) struct Options {
    parts: Vec<Part>,
    only: Vec<String>,
    pub(crate) rounds: usize,
    pub(crate) issues: usize,
    pub(crate) shrink: usize,
}

impl Options {
    /// Reads the words of the command line; nothing where help is wanted.
    pub(crate) fn read(words: impl Iterator<Item = String>) -> Result<Option<Self>, String> {
        let mut options = Self { parts: Vec::new(), only: Vec::new(), rounds: 15, issues: ISSUES, shrink: 1 };
        let mut words = words;
        while let Some(word) = words.next() {
            match word.as_str() {
                "plain" => options.parts.push(Part::Plain),
                "wrapped" => options.parts.push(Part::Wrapped),
                "archive" => options.parts.push(Part::Archive),
                "big" => options.parts.push(Part::Big),
                "scale" => options.parts.push(Part::Scale),
                "shapes" => options.parts.push(Part::Shapes),
                "--quick" => (options.rounds, options.issues, options.shrink) = (5, 100, 50),
                "--rounds" => options.rounds = number(&word, words.next())?,
                "--issues" => options.issues = number(&word, words.next())?,
                "--shrink" => options.shrink = number(&word, words.next())?,
                "--only" => options.only.push(words.next().ok_or("--only needs a text")?),
                "--help" | "-h" | "help" => return Ok(None),
                _ => return Err(format!("unknown word {word}")),
            }
        }
        Ok(Some(options))
    }

    pub(crate) fn has(&self, part: Part) -> bool {
        self.parts.is_empty() || self.parts.contains(&part)
    }

    pub(crate) fn is_named(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }

    /// Whether a case or shape of this name is wanted.
    pub(crate) fn wants(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|text| name.contains(text.as_str()))
    }
}

fn number(option: &str, word: Option<String>) -> Result<usize, String> {
    let number = word.and_then(|word| word.parse().ok()).filter(|&number| number > 0);
    number.ok_or_else(|| format!("{option} needs a number of at least 1"))
}
