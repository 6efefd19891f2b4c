//! The closed list of what can be reported; names and severities are stable.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How much a diagnostic matters; in ascending order.
    pub enum Severity {
        /// Worth knowing; nothing is wrong.
        Note = "note",
        /// Likely an error of the print or of the extraction; the reading may be affected.
        Warning = "warning",
        /// A part of the issue is missing or could not be read.
        Error = "error",
    }
}

vocabulary! {
    /// What is reported. Codes are added in minor versions, never renamed.
    #[non_exhaustive]
    pub enum Code {
        /// Neither masthead nor contents nor attribution was found; the text is read as one article.
        NotABulletin = "not-a-bulletin",
        /// A second masthead stands in the text; what follows it is left unparsed.
        SeveralIssues = "several-issues",
        /// The text is longer than 4 GiB − 1; the rest was not read.
        TextTooLong = "text-too-long",
        /// Bytes that are no text in the encoding of the file were read as U+FFFD.
        InvalidBytes = "invalid-bytes",
        /// The masthead has no issue number (期号).
        MissingIssueNumber = "missing-issue-number",
        /// The masthead has no date.
        MissingDate = "missing-date",
        /// The contents list announces an article that the body does not have.
        ContentsEntryWithoutArticle = "contents-entry-without-article",
        /// The body has an article that the contents list does not announce.
        ArticleNotInContents = "article-not-in-contents",
        /// A title in the body is worded otherwise than in the contents list.
        TitleDiffersFromContents = "title-differs-from-contents",
        /// The contents list and the body print the articles in different orders.
        ContentsOrderDiffers = "contents-order-differs",
        /// An article has no attribution (供稿).
        MissingAttribution = "missing-attribution",
        /// An announced number of points (“提出3点要求”) differs from the points found.
        AnnouncedCountDiffers = "announced-count-differs",
        /// An enumeration leaves out a number: 一、三、
        NumberingGap = "numbering-gap",
        /// A paragraph ends without a closing mark.
        ParagraphWithoutClosingMark = "paragraph-without-closing-mark",
        /// A Latin word stands between Chinese characters where a Chinese one is expected.
        LatinWordInChinese = "latin-word-in-chinese",
        /// The width of commas, colons … differs from the rest of the issue in a region.
        PunctuationWidthChanges = "punctuation-width-changes",
        /// Characters that no typesetter set were read as others, or passed over: radicals, small forms, zero-width signs.
        OddCharacters = "odd-characters",
        /// Glyphs for which an extractor found no character: U+FFFD, □ amid a word, `(cid:12)`, private use.
        UnmappedCharacters = "unmapped-characters",
        /// The text was decoded from another encoding than its own (乱码), or holds 锟斤拷.
        WrongEncoding = "wrong-encoding",
        /// A word stands there that optical recognition takes for another: 深人 for 深入.
        LookAlikeCharacters = "look-alike-characters",
        /// The text is in traditional script (繁体), in which no word list is.
        TraditionalCharacters = "traditional-characters",
        /// Characters have their reading (拼音) in brackets, as copying sites print it.
        PinyinInText = "pinyin-in-text",
        /// A long paragraph stands twice, word for word.
        RepeatedParagraph = "repeated-paragraph",
        /// Two columns of a page were read across: lines hold the halves of two sentences.
        ColumnsInterleaved = "columns-interleaved",
        /// A quotation mark or bracket has no partner.
        UnbalancedPair = "unbalanced-pair",
        /// Text that no rule has a place for.
        UnparsedText = "unparsed-text",
    }
}

impl Code {
    /// How much it matters.
    pub const fn severity(self) -> Severity {
        match self {
            Code::NotABulletin
            | Code::TextTooLong
            | Code::WrongEncoding
            | Code::ContentsEntryWithoutArticle => Severity::Error,
            Code::SeveralIssues
            | Code::InvalidBytes
            | Code::MissingIssueNumber
            | Code::ArticleNotInContents
            | Code::TitleDiffersFromContents
            | Code::AnnouncedCountDiffers
            | Code::NumberingGap
            | Code::ParagraphWithoutClosingMark
            | Code::LatinWordInChinese
            | Code::UnmappedCharacters
            | Code::LookAlikeCharacters
            | Code::RepeatedParagraph
            | Code::ColumnsInterleaved
            | Code::UnbalancedPair
            | Code::UnparsedText => Severity::Warning,
            Code::MissingDate
            | Code::ContentsOrderDiffers
            | Code::MissingAttribution
            | Code::OddCharacters
            | Code::TraditionalCharacters
            | Code::PinyinInText
            | Code::PunctuationWidthChanges => Severity::Note,
        }
    }
}
