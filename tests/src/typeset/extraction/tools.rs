//! The browser that prints, and the extractors that read; each where it is installed.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What is installed.
#[derive(Clone, Debug)]
pub struct Tools {
    browser: PathBuf,
    /// The extractors that are there.
    pub extractors: Vec<Extractor>,
    /// What is not there, by name.
    pub missing: Vec<&'static str>,
}

/// A program that gives the text of a PDF.
#[derive(Clone, Debug)]
pub struct Extractor {
    /// The name in reports.
    pub name: &'static str,
    program: PathBuf,
    arguments: Vec<&'static str>,
}

/// The browsers that print headless, by the name of their program.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Extractors of their own: name, program, arguments; `{pdf}` is the file.
const PROGRAMS: [(&str, &str, &[&str]); 3] = [
    ("pdftotext", "pdftotext", &["-enc", "UTF-8", "{pdf}", "-"]),
    ("pdftotext-layout", "pdftotext", &["-enc", "UTF-8", "-layout", "{pdf}", "-"]),
    ("mutool", "mutool", &["draw", "-q", "-F", "text", "{pdf}"]),
];

/// Extractors that are packages of Python: name, package, program.
const PACKAGES: [(&str, &str, &str); 3] = [
    (
        "pdfminer",
        "pdfminer",
        "import sys; from pdfminer.high_level import extract_text; print(extract_text(sys.argv[1]), end='')",
    ),
    (
        "pypdf",
        "pypdf",
        "import sys, pypdf; print('\\n'.join(page.extract_text() for page in pypdf.PdfReader(sys.argv[1]).pages))",
    ),
    (
        "pdfium",
        "pypdfium2",
        "import sys, pypdfium2; print('\\n'.join(page.get_textpage().get_text_range().replace('\\r\\n', '\\n') \
         for page in pypdfium2.PdfDocument(sys.argv[1])))",
    ),
];

impl Tools {
    /// Looks for all of them. The interpreter is `python3`, or the one that `TORCH_BULLETIN_PYTHON` names.
    ///
    /// # Errors
    /// What is missing without which nothing can be done, and where it comes from.
    pub fn find() -> Result<Self, String> {
        let browser = BROWSERS
            .iter()
            .find(|name| runs(Command::new(name).arg("--version")))
            .ok_or("no browser that prints: install chromium")?;
        let fonts = Command::new("fc-list").arg(":lang=zh-cn").output();
        if fonts.is_ok_and(|it| it.stdout.is_empty()) {
            return Err("no Chinese font: install fonts-noto-cjk".to_owned());
        }
        let mut out = Self { browser: PathBuf::from(browser), extractors: Vec::new(), missing: Vec::new() };
        for (name, program, arguments) in PROGRAMS {
            if Command::new(program).arg("-v").output().is_ok() {
                out.extractors.push(Extractor {
                    name,
                    program: program.into(),
                    arguments: arguments.to_vec(),
                });
            } else {
                out.missing.push(name);
            }
        }
        let python = std::env::var_os("TORCH_BULLETIN_PYTHON").unwrap_or_else(|| "python3".into());
        for (name, package, program) in PACKAGES {
            if runs(Command::new(&python).args(["-c", &format!("import {package}")])) {
                let arguments = vec!["-c", program, "{pdf}"];
                out.extractors.push(Extractor { name, program: python.clone().into(), arguments });
            } else {
                out.missing.push(name);
            }
        }
        if out.extractors.is_empty() {
            return Err("no extractor: install poppler-utils, mupdf-tools, pdfminer.six, pypdf or pypdfium2"
                .to_owned());
        }
        Ok(out)
    }

    /// Prints a page to PDF.
    pub(crate) fn print(&self, page: &Path, pdf: &Path) -> Result<(), String> {
        let page = page.canonicalize().map_err(|error| format!("{}: {error}", page.display()))?;
        let mut command = Command::new(&self.browser);
        command.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]);
        command.arg(format!("--print-to-pdf={}", pdf.display())).arg(format!("file://{}", page.display()));
        done(&mut command).map(|_| ())
    }
}

impl Extractor {
    /// The text of a PDF.
    pub(crate) fn read(&self, pdf: &Path) -> Result<String, String> {
        let path = pdf.display().to_string();
        let arguments = self.arguments.iter().map(|it| it.replace("{pdf}", &path));
        let output = done(Command::new(&self.program).args(arguments).env("PYTHONIOENCODING", "utf-8"))?;
        String::from_utf8(output.stdout).map_err(|error| format!("{} of {path}: {error}", self.name))
    }
}

fn runs(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

fn done(command: &mut Command) -> Result<Output, String> {
    let shown = format!("{command:?}");
    let output = command.output().map_err(|error| format!("{shown}: {error}"))?;
    if output.status.success() {
        Ok(output)
    } else {
        Err(format!("{shown}: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr)))
    }
}
