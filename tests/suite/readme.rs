//! The README says what is there: every diagnostic with its severity, every unit of offset.

use torch_bulletin::Code;
use torch_bulletin_wire::OffsetUnit;

const README: &str = include_str!("../../README.md");

#[test]
fn every_diagnostic_has_a_row_with_its_severity() {
    for code in Code::ALL {
        let row = format!("| `{code}` | {} |", code.severity());
        assert!(README.contains(&row), "the README has no row {row}");
    }
}

#[test]
fn every_unit_of_offset_has_a_row() {
    for unit in OffsetUnit::ALL {
        assert!(README.contains(&format!("| `{unit}` |")), "the README has no row for {unit}");
    }
}
