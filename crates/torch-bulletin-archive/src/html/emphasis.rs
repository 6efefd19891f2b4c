//! What stands out on a page, as titles 标题 do: headings by level, centred and bold lines. Their lines are set in, the more
//! the higher they stand, so that the text shows what the page does.

/// How an element makes its text stand out, and by how many columns a line of such text is set in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Emphasis {
    #[default]
    None,
    Bold,
    Centred,
    Third,
    Second,
    First,
}

impl Emphasis {
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"h1" => Self::First,
            b"h2" => Self::Second,
            b"h3" => Self::Third,
            b"center" => Self::Centred,
            b"b" | b"strong" => Self::Bold,
            _ => Self::None,
        }
    }

    /// By an attribute: `align=center`, `style="text-align: center"`.
    pub(super) fn styled(attribute: &[u8], value: &[u8]) -> Self {
        let bare: Vec<u8> = match attribute {
            b"align" | b"style" => value.iter().filter(|it| !it.is_ascii_whitespace()).copied().collect(),
            _ => return Self::None,
        };
        let has = |words: &[u8]| bare.windows(words.len()).any(|it| it.eq_ignore_ascii_case(words));
        match attribute {
            b"align" if bare.eq_ignore_ascii_case(b"center") => Self::Centred,
            b"style" if has(b"text-align:center") => Self::Centred,
            b"style" if has(b"font-weight:bold") || has(b"font-weight:700") => Self::Bold,
            _ => Self::None,
        }
    }

    /// Columns that a line of such text is set in by.
    pub(super) const fn columns(self) -> usize {
        match self {
            Self::None => 0,
            Self::Bold => 8,
            Self::Centred => 10,
            Self::Third => 12,
            Self::Second => 16,
            Self::First => 20,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Emphasis;

    #[test]
    fn elements_and_attributes_make_text_stand_out() {
        for (attribute, value, expected) in [
            ("align", "CENTER", Emphasis::Centred),
            ("style", "color: red; text-align : center", Emphasis::Centred),
            ("style", "font-weight: bold", Emphasis::Bold),
            ("style", "text-align: left", Emphasis::None),
            ("class", "center", Emphasis::None),
        ] {
            assert_eq!(Emphasis::styled(attribute.as_bytes(), value.as_bytes()), expected, "{value}");
        }
        let set: Vec<usize> =
            ["h1", "h2", "h3", "center", "b", "p"].map(|it| Emphasis::of(it.as_bytes()).columns()).into();
        assert!(set.is_sorted_by(|a, b| a > b), "{set:?}");
    }
}
