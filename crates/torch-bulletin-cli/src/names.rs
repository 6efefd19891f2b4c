//! The names of the files that a folder of output gets, one for each input and no two alike.

use std::collections::BTreeMap;
use std::path::Component;

use crate::input::Input;
use crate::status::Stop;

/// One file name for each input, with the given ending.
///
/// A name is the input's own; where inputs share it, the folders they are in come before it, as many as are
/// needed. So a name depends on the set of inputs, not on their order. Letters that differ only in case are
/// one letter to some file systems, and so they are here.
///
/// ```text
/// 2019/03.txt 2020/03.txt 2020/04.txt → 2019-03.json 2020-03.json 04.json
/// ```
pub(crate) fn names(inputs: &[Input], extension: &str) -> Result<Vec<String>, Stop> {
    let parts: Vec<_> = inputs.iter().map(parts).collect();
    let mut taken = vec![1; inputs.len()];
    loop {
        let names: Vec<_> = parts.iter().zip(&taken).map(|(parts, &taken)| name(parts, taken)).collect();
        let mut groups = BTreeMap::<String, Vec<usize>>::new();
        for (index, name) in names.iter().enumerate() {
            groups.entry(name.to_lowercase()).or_default().push(index);
        }
        groups.retain(|_, group| group.len() > 1);
        let Some(clash) = groups.values().next() else {
            return Ok(names.into_iter().map(|name| format!("{name}.{extension}")).collect());
        };
        let mut longer = false;
        for &index in groups.values().flatten() {
            if taken[index] < parts[index].len() {
                taken[index] += 1;
                longer = true;
            }
        }
        if !longer {
            return Err(Stop::Usage(format!(
                "{} and {} would both be written to {}.{extension}; give each file once, and files that differ \
                 only in their ending in two runs",
                inputs[clash[0]], inputs[clash[1]], names[clash[0]],
            )));
        }
    }
}

/// The name without its ending, then the folders from the innermost outwards.
fn parts(input: &Input) -> Vec<String> {
    let Some(path) = input.path() else {
        return vec!["stdin".to_owned()];
    };
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let folders = path.parent().into_iter().flat_map(|parent| parent.components().rev());
    let folders = folders.filter_map(|part| match part {
        Component::Normal(part) => Some(part.to_string_lossy().into_owned()),
        _ => None,
    });
    std::iter::once(stem).chain(folders).collect()
}

fn name(parts: &[String], taken: usize) -> String {
    let mut parts: Vec<_> = parts[..taken].iter().map(String::as_str).collect();
    parts.reverse();
    parts.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(paths: &[&str]) -> Option<Vec<String>> {
        let inputs: Vec<_> = paths.iter().map(|path| Input::File(path.into())).collect();
        names(&inputs, "json").ok()
    }

    #[test]
    fn a_name_alone_is_kept() {
        assert_eq!(
            named(&["a/03.txt", "b/04.old.txt", "无"]).unwrap(),
            ["03.json", "04.old.json", "无.json"]
        );
    }

    #[test]
    fn folders_tell_equal_names_apart() {
        assert_eq!(
            named(&["/x/2019/a/in.txt", "/x/2020/a/in.txt", "b/in.txt"]).unwrap(),
            ["2019-a-in.json", "2020-a-in.json", "b-in.json"]
        );
        assert_eq!(
            named(&["in.txt", "a/in.txt", "b/A-IN.txt"]).unwrap(),
            ["in.json", "a-in.json", "b-A-IN.json"]
        );
    }

    #[test]
    fn what_cannot_be_told_apart_is_refused() {
        assert_eq!(named(&["a/in.txt", "a/in.txt"]), None);
        assert_eq!(named(&["in.txt", "in.md"]), None);
        assert_eq!(named(&["in.txt", "./in.txt"]), None);
    }
}
