//! What elements do to the lines of a page, and which of them hold no text of the article.

/// What an element does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// It stands in its line: `<b>`, `<span>`, and whatever is not known.
    Inline,
    /// It is a line, or several.
    Line,
    /// It is a line with air around it.
    Block,
    /// A cell of a table.
    Cell,
    /// It ends a line: `<br>`.
    Break,
    /// Blanks in it count: `<pre>`.
    Verbatim,
    /// None of it is read.
    Skipped,
    /// It surrounds the article.
    Surroundings,
}

/// The role of an element, by its name in lower case.
pub(crate) fn role(name: &[u8]) -> Role {
    match name {
        b"head" | b"script" | b"style" | b"template" | b"noscript" | b"svg" | b"math" | b"iframe"
        | b"object" | b"select" | b"textarea" | b"audio" | b"video" | b"canvas" => Role::Skipped,
        b"nav" | b"footer" | b"aside" | b"menu" | b"button" | b"form" | b"dialog" => Role::Surroundings,
        b"p" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"blockquote" | b"table" | b"ul" | b"ol"
        | b"dl" | b"figure" | b"hr" => Role::Block,
        b"html" | b"body" | b"div" | b"li" | b"dt" | b"dd" | b"tr" | b"thead" | b"tbody" | b"tfoot"
        | b"caption" | b"section" | b"article" | b"main" | b"header" | b"figcaption" | b"center"
        | b"address" | b"details" | b"summary" | b"fieldset" | b"legend" => Role::Line,
        b"td" | b"th" => Role::Cell,
        b"br" => Role::Break,
        b"pre" => Role::Verbatim,
        _ => Role::Inline,
    }
}

/// Whether an attribute hides its element from whoever looks at the page: `hidden`, `style="display: none"`.
pub(crate) fn hides(attribute: &[u8], value: &[u8]) -> bool {
    let none = || {
        let bare: Vec<u8> = value.iter().filter(|it| !it.is_ascii_whitespace()).copied().collect();
        bare.split(|it| *it == b';').any(|it| {
            let said = it.to_ascii_lowercase();
            said == b"display:none" || said == b"display:none!important"
        })
    };
    attribute == b"hidden" || attribute == b"style" && none()
}

/// Elements that never hold anything, and so have no end.
pub(crate) fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"br"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"source"
            | b"track"
            | b"wbr"
    )
}

/// The number that an attribute has; 1 where it has none.
pub(crate) fn number(value: &[u8]) -> usize {
    std::str::from_utf8(value).ok().and_then(|it| it.trim().parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::hides;

    #[test]
    fn what_is_hidden_says_so() {
        for (attribute, value) in
            [("hidden", ""), ("hidden", "until-found"), ("style", "color:red; DISPLAY : none ")]
        {
            assert!(hides(attribute.as_bytes(), value.as_bytes()), "{attribute} {value}");
        }
        for (attribute, value) in [
            ("style", "display:block"),
            ("style", "visibility: hidden"),
            ("style", "--display:none-such"),
            ("aria-hidden", "true"),
            ("type", "hidden"),
        ] {
            assert!(!hides(attribute.as_bytes(), value.as_bytes()), "{attribute} {value}");
        }
    }
}
