//! A folder of small issues, and what a run wrote.

use torch_bulletin_archive::{Export, Summary, TableFormat};

use crate::folder::Folder;

impl Folder {
    /// With an archive of so many inputs in `in/`: issues, and now and then what is none.
    pub(crate) fn with(inputs: usize) -> Self {
        let folder = Self::new();
        for number in 0..inputs {
            let name = format!("in/{}/{:02}.txt", 2000 + number / 12, number % 12 + 1);
            match number % 25 {
                7 => folder.write(&name, [issue(number), issue(number + 1_000)].concat()),
                13 => folder.write(&name, b"\0\0\0"),
                19 => folder.write(&name, b"%PDF-1.7"),
                _ => folder.write(&name, issue(number)),
            };
        }
        folder
    }

    /// Runs over `in/` into a folder, with small parts so that there are several.
    pub(crate) fn run(&self, export: &Export, output: &str, format: TableFormat) -> Summary {
        let paths = [self.path("in")];
        small(export).to_folder(paths, self.path(output), format, &mut ()).unwrap()
    }

    /// The lines of all parts of a table.
    pub(crate) fn lines(&self, output: &str, table: &str) -> Vec<String> {
        let prefix = format!("{table}/");
        let files = self.files(output);
        let parts = files.iter().filter(|(name, _)| name.starts_with(&prefix));
        parts
            .flat_map(|(_, bytes)| {
                String::from_utf8(bytes.clone()).unwrap().lines().map(str::to_owned).collect::<Vec<_>>()
            })
            .collect()
    }
}

pub(crate) fn small(export: &Export) -> Export {
    export.clone().with_part_bytes(30 << 10)
}

/// A small issue of our own, different for each number.
pub(crate) fn issue(number: usize) -> String {
    let (year, month) = (2000 + number / 12 % 24, number % 12 + 1);
    let whole = number + 1;
    let companies = 100 + number * 7 % 900;
    // Now and then the print leaves out a number, which is a finding.
    let gap = if number.is_multiple_of(5) { "三、下一步打算\n继续办好辅导日。\n" } else { "" };
    format!(
        "火炬动态\n{year}年第{month}期(总第{whole}期) {year}年{month}月28日\n\
         江州高新区举办第{whole}场创业辅导日\n一、总体情况\n\
         {month}月5日,江州高新区举办创业辅导日活动,{companies}家企业参加,同比增长5.{month}%。\n{gap}\
         (供稿:江州高新区 孙立群)\n\
         青屏高新区新园区开园\n=SUM(A1)并不是公式,只是一段文字。\n(供稿:青屏高新区)\n"
    )
}
