//! Bounds on what is read and unpacked 读取限制, the same for every subcommand that reads archives.

use clap::Args;
use torch_bulletin_archive::Limits;

use super::shared::at_least_one;

/// [`Limits`] on the command line.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct LimitArgs {
    /// The largest input, once unpacked, up to 4G - 1; a larger one is refused
    #[arg(long, value_name = "SIZE", default_value = "64M", value_parser = input_size)]
    max_size: u64,

    /// The most that one file may unpack to in all
    #[arg(long, value_name = "SIZE", default_value = "64G", value_parser = size)]
    max_unpacked: u64,

    /// The most bytes that a packed one may unpack to
    #[arg(long, value_name = "NUMBER", default_value_t = Limits::default().ratio(), value_parser = at_least_one::<u64>)]
    max_ratio: u64,

    /// How many containers may lie one in another; 0 opens none
    #[arg(long, value_name = "NUMBER", default_value_t = Limits::default().depth())]
    max_depth: usize,
}

impl From<LimitArgs> for Limits {
    fn from(args: LimitArgs) -> Self {
        Self::default()
            .with_input(args.max_size)
            .with_expanded(args.max_unpacked)
            .with_ratio(args.max_ratio)
            .with_depth(args.max_depth)
    }
}

/// A size of one input, whose bytes spans can count.
fn input_size(text: &str) -> Result<u64, String> {
    let wrong = || "expected at most 4294967295 (4G - 1), which places in a text can count".to_owned();
    size(text).and_then(|bytes| if bytes > u64::from(u32::MAX) { Err(wrong()) } else { Ok(bytes) })
}

/// A size as people write it, of 1 or more: `1000`, `64M`, `2GiB`.
pub(super) fn size(text: &str) -> Result<u64, String> {
    let wrong = || "expected a whole number of 1 or more, with K, M or G for 1024 of each".to_owned();
    let (digits, unit) = text.split_at(text.find(|it: char| !it.is_ascii_digit()).unwrap_or(text.len()));
    let number: u64 = digits.parse().map_err(|_| wrong())?;
    let shift = match unit.to_ascii_lowercase().trim_end_matches("ib").trim_end_matches('b') {
        "" => 0,
        "k" => 10,
        "m" => 20,
        "g" => 30,
        _ => return Err(wrong()),
    };
    number.checked_mul(1 << shift).filter(|&bytes| bytes > 0).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, clap::Parser)]
    struct Given {
        #[command(flatten)]
        limits: LimitArgs,
    }

    #[test]
    fn sizes_are_read_as_people_write_them() {
        for (text, bytes) in
            [("1", 1), ("1000", 1_000), ("64M", 64 << 20), ("2GiB", 2 << 30), ("3kb", 3_072), ("5B", 5)]
        {
            assert_eq!(size(text), Ok(bytes), "{text}");
        }
        for text in ["", "0", "0G", "M", "-1", "1.5G", "1T", "99999999999999999999", "99999999999G", "1 M"] {
            assert!(size(text).is_err(), "{text}");
        }
        assert_eq!(input_size("4294967295"), Ok(u64::from(u32::MAX)));
        assert!(input_size("4G").is_err_and(|it| it.contains("4294967295")));
    }

    #[test]
    fn where_nothing_is_given_the_limits_are_those_of_the_library() {
        let limits = |words: &[&str]| {
            let given = <Given as clap::Parser>::try_parse_from([&[""], words].concat()).unwrap();
            Limits::from(given.limits)
        };
        assert_eq!(limits(&[]), Limits::default());
        let words = ["--max-size", "1K", "--max-unpacked", "2M", "--max-ratio", "3", "--max-depth", "4"];
        let expected =
            Limits::default().with_input(1 << 10).with_expanded(2 << 20).with_ratio(3).with_depth(4);
        assert_eq!(limits(&words), expected);
    }
}
