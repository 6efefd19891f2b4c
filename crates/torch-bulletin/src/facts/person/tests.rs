//! Persons with their titles and bodies.

use crate::facts::{FactOptions, Value, extract_text};

/// `name|titles|organisation` of the persons of a text.
fn persons(text: &str) -> Vec<String> {
    let found = extract_text(text, None, &FactOptions::default());
    let shown = |value: &Value| {
        let Value::Person(it) = value else { return None };
        Some(format!("{}|{}|{}", it.name, it.titles.join(","), it.organisation.as_deref().unwrap_or("-")))
    };
    found.iter().filter_map(|it| shown(&it.value)).collect()
}

#[test]
fn an_academy_is_the_body_of_its_members() {
    let told = ["陈某刚|教授|江州大学", "刘某洋|中国科学院院士|-"];
    assert_eq!(persons("江州大学教授陈某刚、中国科学院院士刘某洋出席。"), told);
}

#[test]
fn a_governor_is_of_no_ministry_and_of_the_town_that_was_named() {
    let found = persons("科技部部长赵某明、省长钱某辉出席,副部长孙某宁主持。");
    assert_eq!(found, ["赵某明|部长|科技部", "钱某辉|省长|-", "孙某宁|副部长|科技部"]);
    let found = persons("江州市委书记赵某明、市长钱某辉出席。");
    assert_eq!(found[1], "钱某辉|市长|江州");
}

#[test]
fn one_who_held_an_office_before_is_of_the_same_body() {
    let told = ["沈某岳|中国工程院院士,校长|江州大学"];
    assert_eq!(persons("中国工程院院士、江州大学原校长沈某岳出席。"), told);
}

#[test]
fn a_title_may_stand_behind_the_name_of_one_who_has_another() {
    assert_eq!(persons("江州大学校长陈某刚教授出席。"), ["陈某刚|校长,教授|江州大学"]);
    assert_eq!(persons("江州大学校长陈某刚出席。"), ["陈某刚|校长|江州大学"]);
}

#[test]
fn an_office_of_a_party_committee_is_of_no_body_named_before() {
    assert_eq!(
        persons("科技部副部长周海涛,省委常委、市委书记吴建国出席并讲话。"),
        ["周海涛|副部长|科技部", "吴建国|省委常委,市委书记|-"]
    );
}

#[test]
fn what_is_done_with_a_person_is_no_body() {
    assert_eq!(persons("代表团听取了管委会主任周某涛的汇报。"), ["周某涛|管委会主任|-"]);
}
