//! The kinds of file that people take for a text of the newsletter, told by their first bytes.

use std::fmt;

use memchr::memmem;

/// A kind of file that holds no plain text as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[allow(missing_docs, reason = "each name is its own description; `Display` spells it out")]
pub enum FileKind {
    Jpeg,
    Png,
    Gif,
    Tiff,
    WebP,
    DjVu,
    Pdf,
    PostScript,
    Rtf,
    WordDocument,
    ExcelWorkbook,
    PowerPoint,
    OpenDocument,
    Epub,
    Ofd,
    OleDocument,
    Caj,
    Zip,
    Gzip,
    Bzip2,
    Xz,
    Zstd,
    SevenZip,
    Rar,
    Tar,
    Parquet,
    Sqlite,
    Utf32,
    Big5,
}

/// Kinds whose first bytes are the same in every file. None of them can begin a text that means anything.
const SIGNATURES: &[(&[u8], FileKind)] = &[
    (b"\xFF\xD8\xFF", FileKind::Jpeg),
    (b"\x89PNG\r\n\x1A\n", FileKind::Png),
    (b"GIF87a", FileKind::Gif),
    (b"GIF89a", FileKind::Gif),
    (b"II*\0", FileKind::Tiff),
    (b"MM\0*", FileKind::Tiff),
    (b"AT&TFORM", FileKind::DjVu),
    (b"%PDF-", FileKind::Pdf),
    (b"\xEF\xBB\xBF%PDF-", FileKind::Pdf),
    (b"%!PS-Adobe", FileKind::PostScript),
    (b"{\\rtf", FileKind::Rtf),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileKind::OleDocument),
    (b"CAJ\0", FileKind::Caj),
    (b"\x1F\x8B", FileKind::Gzip),
    (b"\xFD7zXZ\0", FileKind::Xz),
    (b"\x28\xB5\x2F\xFD", FileKind::Zstd),
    (b"7z\xBC\xAF\x27\x1C", FileKind::SevenZip),
    (b"Rar!\x1A\x07", FileKind::Rar),
    (b"PAR1", FileKind::Parquet),
    (b"SQLite format 3\0", FileKind::Sqlite),
    (b"\xFF\xFE\0\0", FileKind::Utf32),
    (b"\0\0\xFE\xFF", FileKind::Utf32),
];

impl FileKind {
    /// The kind that the first bytes of a file show; `None` for text and for what is unknown.
    pub fn of(head: &[u8]) -> Option<Self> {
        if let Some((_, kind)) = SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature)) {
            return Some(*kind);
        }
        match head {
            [b'P', b'K', 3, 4, ..] => Some(packed(head)),
            [b'P', b'K', 5, 6, ..] => Some(FileKind::Zip),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(FileKind::WebP),
            [b'B', b'Z', b'h', b'1'..=b'9', 0x31, 0x41, 0x59, 0x26, ..]
            // One that packs nothing.
            | [b'B', b'Z', b'h', b'1'..=b'9', 0x17, 0x72, 0x45, 0x38, ..] => Some(FileKind::Bzip2),
            _ if head.get(257..262) == Some(b"ustar") => Some(FileKind::Tar),
            _ => None,
        }
    }

    /// The kind of container that a name says it is.
    #[cfg(feature = "containers")]
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        const ENDINGS: [(&str, FileKind); 11] = [
            ("zip", FileKind::Zip),
            ("gz", FileKind::Gzip),
            ("tgz", FileKind::Gzip),
            ("tar", FileKind::Tar),
            ("bz2", FileKind::Bzip2),
            ("tbz2", FileKind::Bzip2),
            ("xz", FileKind::Xz),
            ("txz", FileKind::Xz),
            ("zst", FileKind::Zstd),
            ("7z", FileKind::SevenZip),
            ("rar", FileKind::Rar),
        ];
        let (_, ending) = name.rsplit_once('.')?;
        ENDINGS.into_iter().find(|(it, _)| it.eq_ignore_ascii_case(ending)).map(|(_, kind)| kind)
    }

    /// What to do with it, to come to a text.
    pub const fn advice(self) -> &'static str {
        match self {
            FileKind::Jpeg | FileKind::Png | FileKind::Gif | FileKind::Tiff | FileKind::WebP => {
                "run text recognition (OCR) on it and read the result"
            }
            FileKind::Pdf => "extract its text first, for example with `pdftotext -layout`, and read that",
            FileKind::DjVu | FileKind::PostScript | FileKind::Ofd | FileKind::Caj | FileKind::Epub => {
                "export its text from a viewer and read that"
            }
            FileKind::Rtf
            | FileKind::WordDocument
            | FileKind::PowerPoint
            | FileKind::OpenDocument
            | FileKind::OleDocument => "save it as plain text (UTF-8) and read that",
            FileKind::ExcelWorkbook | FileKind::Parquet | FileKind::Sqlite => {
                "export the column of texts and read each issue on its own"
            }
            FileKind::Zip
            | FileKind::Gzip
            | FileKind::Bzip2
            | FileKind::Xz
            | FileKind::Zstd
            | FileKind::SevenZip
            | FileKind::Rar
            | FileKind::Tar => "unpack it and read the text files inside",
            FileKind::Big5 => "convert it to UTF-8, for example with `iconv -f BIG5 -t UTF-8`, and read that",
            FileKind::Utf32 => {
                "convert it to UTF-8, for example with `iconv -f UTF-32 -t UTF-8`, and read that"
            }
        }
    }
}

impl fmt::Display for FileKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            FileKind::Jpeg => "a JPEG image",
            FileKind::Png => "a PNG image",
            FileKind::Gif => "a GIF image",
            FileKind::Tiff => "a TIFF image",
            FileKind::WebP => "a WebP image",
            FileKind::DjVu => "a DjVu scan",
            FileKind::Pdf => "a PDF",
            FileKind::PostScript => "a PostScript file",
            FileKind::Rtf => "an RTF document",
            FileKind::WordDocument => "a Word document (.docx)",
            FileKind::ExcelWorkbook => "an Excel workbook (.xlsx)",
            FileKind::PowerPoint => "a PowerPoint presentation (.pptx)",
            FileKind::OpenDocument => "an OpenDocument file (.odt, .ods)",
            FileKind::Epub => "an EPUB book",
            FileKind::Ofd => "an OFD document",
            FileKind::OleDocument => "an old Office document (.doc, .xls, .wps)",
            FileKind::Caj => "a CAJ document",
            FileKind::Zip => "a zip archive",
            FileKind::Gzip => "a gzip archive",
            FileKind::Bzip2 => "a bzip2 archive",
            FileKind::Xz => "an xz archive",
            FileKind::Zstd => "a zstd archive",
            FileKind::SevenZip => "a 7z archive",
            FileKind::Rar => "a RAR archive",
            FileKind::Tar => "a tar archive",
            FileKind::Parquet => "a Parquet table",
            FileKind::Sqlite => "an SQLite database",
            FileKind::Utf32 => "text in UTF-32",
            FileKind::Big5 => "text in Big5",
        })
    }
}

/// What a zip file is in truth, by the names of its first members: office documents are zip files too.
///
/// Sizes in local headers may be left 0 (a data descriptor follows then), so members cannot be walked; every
/// local header in the head is looked at instead.
fn packed(head: &[u8]) -> FileKind {
    for at in memmem::find_iter(head, b"PK\x03\x04") {
        let header = &head[at..];
        let Some(&[low, high]) = header.get(26..28) else { break };
        let length = usize::from(u16::from_le_bytes([low, high]));
        let rest = header.get(30..).unwrap_or_default();
        let (name, content) = rest.split_at(length.min(rest.len()));
        match name {
            _ if name.starts_with(b"word/") => return FileKind::WordDocument,
            _ if name.starts_with(b"xl/") => return FileKind::ExcelWorkbook,
            _ if name.starts_with(b"ppt/") => return FileKind::PowerPoint,
            b"OFD.xml" => return FileKind::Ofd,
            b"mimetype" if content.starts_with(b"application/epub+zip") => return FileKind::Epub,
            b"mimetype" if content.starts_with(b"application/vnd.oasis.") => return FileKind::OpenDocument,
            _ => {}
        }
    }
    FileKind::Zip
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A stored member of a zip file: the parts of its local header that are read.
    fn member(name: &str, content: &[u8]) -> Vec<u8> {
        let mut bytes = b"PK\x03\x04".to_vec();
        bytes.resize(26, 0);
        bytes.extend((name.len() as u16).to_le_bytes());
        bytes.extend([0, 0]);
        bytes.extend(name.as_bytes());
        bytes.extend(content);
        bytes
    }

    #[test]
    fn office_documents_are_told_from_plain_archives() {
        for (names, kind) in [
            (&["[Content_Types].xml", "_rels/.rels", "word/document.xml"][..], FileKind::WordDocument),
            (&["[Content_Types].xml", "xl/workbook.xml"], FileKind::ExcelWorkbook),
            (&["ppt/presentation.xml"], FileKind::PowerPoint),
            (&["OFD.xml"], FileKind::Ofd),
            (&["2019/03.txt", "a word/ in a name.txt"], FileKind::Zip),
        ] {
            let bytes: Vec<u8> = names.iter().flat_map(|name| member(name, b"<xml/>")).collect();
            assert_eq!(FileKind::of(&bytes), Some(kind), "{names:?}");
        }
        assert_eq!(FileKind::of(&member("mimetype", b"application/epub+zip")), Some(FileKind::Epub));
        assert_eq!(FileKind::of(b"PK\x03\x04cut off"), Some(FileKind::Zip));
    }

    #[test]
    fn texts_that_begin_like_a_signature_are_texts() {
        for text in
            ["PK赛在某市举行", "BZh 是一个缩写", "MM 与 II", "RIFF", "<html>", "7z", "%PDF", "CAJ 是格式"]
        {
            assert_eq!(FileKind::of(text.as_bytes()), None, "{text}");
        }
    }
}
