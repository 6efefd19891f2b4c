//! Numbers as JSON has them, and their digits where a double would lose some.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};
use torch_bulletin::facts::{Decimal, Measure};

/// A JSON number; a whole one is written without a point.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Number(pub f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        const WHOLE: f64 = 9_007_199_254_740_992.0;
        if self.0.fract() == 0.0 && self.0.abs() <= WHOLE {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

impl From<Decimal> for Number {
    fn from(value: Decimal) -> Self {
        Self(value.to_f64())
    }
}

/// The ends of a number digit by digit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Exact<'a> {
    /// The lower end.
    #[serde(borrow)]
    pub low: Option<Cow<'a, str>>,
    /// The upper end.
    pub high: Option<Cow<'a, str>>,
}

impl Exact<'_> {
    /// The digits, where a double does not hold them.
    pub(super) fn of(measure: Measure) -> Option<Self> {
        let Measure { low, high, .. } = measure;
        let fits = [low, high].into_iter().flatten().all(Decimal::fits_f64);
        let digits = |value: Option<Decimal>| value.map(|value| Cow::Owned(value.to_string()));
        (!fits).then(|| Exact { low: digits(low), high: digits(high) })
    }
}
