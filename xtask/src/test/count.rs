//! How many tests ran, read from what the test programs say at their end.

use std::ops::AddAssign;

/// How many tests ran. A check without tests of its own, such as the format, is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// As they should.
    pub passed: usize,
    /// Not as they should.
    pub failed: usize,
}

impl Count {
    /// One that passed.
    pub const PASSED: Count = Count { passed: 1, failed: 0 };
    /// One that failed.
    pub const FAILED: Count = Count { passed: 0, failed: 1 };

    /// The sum of the closing lines of cargo, `test result: ok. 3 passed; 0 failed; …`.
    pub fn of_cargo(output: &str) -> Count {
        let mut count = Count::default();
        for line in output.lines().filter(|line| line.starts_with("test result:")) {
            count += Count { passed: number_before(line, "passed"), failed: number_before(line, "failed") };
        }
        count
    }

    /// The closing lines of node's reporter, `ℹ pass 3` and `ℹ fail 0`; what was cancelled has failed.
    pub fn of_node(output: &str) -> Count {
        let closing = |name: &str| {
            let number =
                |line: &str| line.strip_prefix("ℹ ")?.strip_prefix(name)?.trim().parse::<usize>().ok();
            output.lines().filter_map(number).sum::<usize>()
        };
        Count { passed: closing("pass "), failed: closing("fail ") + closing("cancelled ") }
    }

    /// A program that ended badly without a failed test has failed itself.
    pub fn ended(self, success: bool) -> Count {
        let failed = if success || self.failed > 0 { self.failed } else { 1 };
        Count { failed, ..self }
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Count) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

fn number_before(line: &str, word: &str) -> usize {
    let words: Vec<_> = line.split([' ', ';']).collect();
    let at = words.iter().position(|candidate| *candidate == word);
    at.and_then(|at| words.get(at.checked_sub(1)?)?.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_closing_lines() {
        let cargo = "running 2 tests\n\
            test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 1 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n";
        assert_eq!(Count::of_cargo(cargo), Count { passed: 3, failed: 3 });
        let node = "✔ pass 7 (1ms)\nℹ tests 5\nℹ pass 3\nℹ fail 1\nℹ cancelled 1\nℹ skipped 0\n";
        assert_eq!(Count::of_node(node), Count { passed: 3, failed: 2 });
    }

    #[test]
    fn what_does_not_end_well_has_failed() {
        assert_eq!(Count::default().ended(false), Count::FAILED);
        assert_eq!(Count::FAILED.ended(false), Count::FAILED);
        assert_eq!(Count::PASSED.ended(true), Count::PASSED);
    }
}
