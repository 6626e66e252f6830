//! A draft of a mail, as an address that a mail program opens (RFC 6068).

/// The address of a draft without a receiver: a subject, and a message with a link under it.
pub fn draft(subject: &str, message: &str, link: &str) -> String {
    let mut address = String::from("mailto:?subject=");
    encode(subject, &mut address);
    address.push_str("&body=");
    encode(message, &mut address);
    // Two line breaks as RFC 6068 asks for them.
    address.push_str("%0D%0A%0D%0A");
    encode(link, &mut address);
    address
}

/// Everything but unreserved characters (RFC 3986, 2.3) as percent codes.
fn encode(text: &str, encoded: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.push(char::from(if digit < 10 { b'0' + digit } else { b'A' + digit - 10 }));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_draft_is_taken_for_something_else() {
        assert_eq!(
            draft("Vóór & na?", "100% = \"ja\"\nOK", "//a.nl/scan/#r1-0U"),
            "mailto:?subject=V%C3%B3%C3%B3r%20%26%20na%3F&body=100%25%20%3D%20%22ja%22%0AOK%0D%0A%0D%0A\
             %2F%2Fa.nl%2Fscan%2F%23r1-0U"
        );
    }
}
