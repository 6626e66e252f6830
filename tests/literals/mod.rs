//! The string literals of a Rust file, with where they stand; enough of a lexer for the rules of the house.

/// A string literal.
#[derive(Debug, PartialEq)]
pub struct Literal {
    /// What is between the quotes.
    pub text: String,
    /// Its line, from 1.
    pub line: usize,
    /// The attribute in whose value it is, as in `class="card"` or `class={if wide { "card" } else { "note" }}`.
    pub attribute: Option<String>,
    /// Whether it stands between tags, as in `<p>{ "words" }</p>`.
    pub is_child: bool,
}

/// The literals outside comments, outside attributes of Rust and before the tests of the file.
pub fn literals(source: &str) -> Vec<Literal> {
    let code = without_comments(source);
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    for (start, end) in spans(code) {
        let before = &code[..start - 1];
        let line_before = before.rsplit('\n').next().unwrap_or_default();
        if line_before.trim_start().starts_with("#[") {
            continue;
        }
        let attribute = attribute(line_before);
        let is_child = before.trim_end().strip_suffix('{').is_some_and(|outside| {
            let line = outside.rsplit('\n').next().unwrap_or_default().trim_end();
            line.trim_start().is_empty() || line.ends_with(['>', '}'])
        });
        found.push(Literal {
            text: code[start..end].to_owned(),
            line: before.matches('\n').count() + 1,
            attribute,
            is_child,
        });
    }
    found
}

/// The attribute whose value begins in this line and is not at its end yet.
fn attribute(line: &str) -> Option<String> {
    let is_open = |value: &str| value.is_empty() || (value.starts_with('{') && stays_open(value));
    let (place, _) = line.match_indices('=').rfind(|(place, _)| is_open(&line[place + 1..]))?;
    let is_name = |one: &char| one.is_alphanumeric() || *one == '-';
    let name: Vec<char> = line[..place].chars().rev().take_while(is_name).collect();
    (!name.is_empty()).then(|| name.into_iter().rev().collect())
}

/// Whether the brace with which a text begins is not closed in it.
fn stays_open(text: &str) -> bool {
    let mut open = 0;
    text.chars().all(|one| {
        open += i32::from(one == '{') - i32::from(one == '}');
        open > 0
    })
}

/// The source with every comment replaced by spaces; lines stay where they are.
pub fn without_comments(source: &str) -> String {
    let strings = spans(source);
    let mut code = String::with_capacity(source.len());
    let mut position = 0;
    while let Some(rest) = source.get(position..).filter(|rest| !rest.is_empty()) {
        if let Some(&(_, end)) = strings.iter().find(|(start, end)| *start == position && start < end) {
            code.push_str(&source[position..end]);
            position = end;
        } else if rest.starts_with("//") {
            position += rest.find('\n').unwrap_or(rest.len());
        } else {
            let next = rest.chars().next().map_or(1, char::len_utf8);
            code.push_str(&rest[..next]);
            position += next;
        }
    }
    code
}

/// Where the insides of the string literals begin and end.
fn spans(source: &str) -> Vec<(usize, usize)> {
    let bytes = source.as_bytes();
    let mut found = Vec::new();
    let mut position = 0;
    while position < bytes.len() {
        let rest = &source[position..];
        if rest.starts_with("//") {
            position += rest.find('\n').unwrap_or(rest.len());
        } else if let Some(length) = character(rest) {
            position += length;
        } else if rest.starts_with("r#\"") {
            let end = rest.find("\"#").map_or(rest.len(), |end| end + 2);
            found.push((position + 3, position + end - 2));
            position += end;
        } else if rest.starts_with('"') {
            let mut end = position + 1;
            while end < bytes.len() && bytes[end] != b'"' {
                end += if bytes[end] == b'\\' { 2 } else { 1 };
            }
            found.push((position + 1, end));
            position = end + 1;
        } else {
            position += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

/// The length of a character literal such as `'"'`; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    let length = match inside.chars().next()? {
        '\\' => inside.get(2..)?.find('\'')? + 2,
        first => first.len_utf8(),
    };
    inside.get(length..)?.starts_with('\'').then_some(length + 2)
}
