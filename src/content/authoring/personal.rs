//! Ways to reach a person, which do not belong in content.

/// An e-mail address or telephone number.
#[derive(Debug, PartialEq, Eq)]
pub struct Contact {
    pub kind: &'static str,
    pub text: String,
}

/// The e-mail addresses and telephone numbers in a line of text.
///
/// A telephone number is ten digits as the Dutch group them (`06…`, or an area code of three or four digits), or nine
/// and more after a `+`. Years, dates, line numbers and ISBNs are grouped in other ways.
pub fn contacts(line: &str) -> Vec<Contact> {
    let mut found = Vec::new();
    let mut numbers: Vec<&str> = Vec::new();
    for word in line.split(|c: char| c.is_whitespace() || "\"'<>,;:=[]{}".contains(c)) {
        if is_email(word) {
            found.push(Contact { kind: "an e-mail address", text: word.to_owned() });
        }
        if is_number(word) {
            numbers.push(word);
            let phone = (0..numbers.len())
                .filter_map(|start| Some(numbers.get(start..)?.join(" ")))
                .find(|number| is_phone(number));
            if let Some(text) = phone {
                found.push(Contact { kind: "a telephone number", text });
                numbers.clear();
            }
        } else if word.contains(char::is_alphanumeric) {
            numbers.clear();
        }
    }
    found
}

fn is_email(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| {
        name.ends_with(char::is_alphanumeric) && host.starts_with(char::is_alphanumeric)
    })
}

fn is_number(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || "+()-./".contains(c))
}

fn is_phone(number: &str) -> bool {
    let number = number.trim_start_matches('(');
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let first_group = number.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    if number.starts_with('+') || first_group.starts_with("0031") {
        return digits >= 9;
    }
    let grouped_like_a_phone = match first_group.len() {
        2 => first_group == "06",
        3 | 4 | 10 => first_group.starts_with('0') && !first_group.starts_with("00"),
        _ => false,
    };
    digits == 10 && grouped_like_a_phone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_ways_to_reach_a_person() {
        for line in [
            "mail naar jan@voorbeeld.nl.",
            "email = \"a.b@c\"",
            "Bel 06-12345678",
            "Bel 06 12 34 56 78.",
            "Bel 06 - 12 34 56 78.",
            "tel:0612345678",
            "(079) 123 45 67",
            "0481 123456",
            "030-1234567",
            "+31 (0)6 1234 5678",
            "+31612345678",
            "0031 6 12345678",
            "In 2025 bel je 020 123 45 67",
            "sinds 2025 020 123 45 67",
        ] {
            assert_eq!(contacts(line).len(), 1, "{line}: {:?}", contacts(line));
        }
    }

    #[test]
    fn leaves_other_numbers_alone() {
        for line in [
            "\"GKC 4 L754-757\", \"FME 5 L1102-1140\"",
            "cijfers van 2014-2015 en 2024-2025",
            "op 01-02-2026 10:30",
            "op 03-04-2025 en 05-06-2026",
            "ISBN 978-90-1234-567-8",
            "ISBN 0-7475-3269-9",
            "{ a@ b } @media",
            "5 + 3 = 8",
            "0 1 2 3 4 5 6 7 8 9",
            "L0612345678",
        ] {
            assert_eq!(contacts(line), [], "{line}");
        }
    }
}
