//! Sentences and their length.

/// A sentence that is longer than it should be.
#[derive(Debug, PartialEq, Eq)]
pub struct TooLong {
    pub sentence: String,
    pub words: usize,
}

/// The sentences of more than `most` words.
///
/// A sentence ends at the end of a line, or after a word that ends in `.`, `!`, `?`, `:` or `…`; so `1.000`, `10:30`
/// and `samenscan.nl` end none. A word is anything between spaces with a letter or digit in it: a placeholder counts as
/// one, a dash as none.
pub fn too_long(text: &str, most: usize) -> Vec<TooLong> {
    let mut found = Vec::new();
    for line in text.lines() {
        let mut sentence: Vec<&str> = Vec::new();
        for word in line.split_whitespace() {
            sentence.push(word);
            if ends_sentence(word) {
                found.extend(measure(&sentence, most));
                sentence.clear();
            }
        }
        found.extend(measure(&sentence, most));
    }
    found
}

fn ends_sentence(word: &str) -> bool {
    word.trim_end_matches(['"', '\'', '’', '”', ')']).ends_with(['.', '!', '?', ':', '…'])
}

fn measure(sentence: &[&str], most: usize) -> Option<TooLong> {
    let words = sentence.iter().filter(|word| word.contains(char::is_alphanumeric)).count();
    (words > most).then(|| TooLong { sentence: sentence.join(" "), words })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_words_per_sentence() {
        let check = |text: &str, expect: &[usize]| {
            let words: Vec<usize> = too_long(text, 3).into_iter().map(|long| long.words).collect();
            assert_eq!(words, expect, "{text}");
        };
        check("Een twee drie", &[]);
        check("Een twee drie vier", &[4]);
        check("Een twee drie. Vier vijf zes! Zeven? Acht: negen tien elf", &[]);
        check("Een twee drie\nvier vijf zes", &[]);
        check("‘Doe je dat.’ En zo ook", &[]);
        check("Een – twee – drie", &[]);
        check("Stap {step} van {total}", &[4]);
        check("Om 10:30 op samenscan.nl 1.000 keer", &[6]);
        check("Een twee drie vier vijf. Een twee drie vier", &[5, 4]);
    }
}
