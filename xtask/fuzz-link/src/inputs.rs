//! Texts as they could come in: links, and what can happen to them.

use samenscan::link::{Link, MAX_INPUT, MAX_LENGTH, TextsIn};
use samenscan::scan::{Answer, Label, Pair, Role, Scan, Sector, StatementOrders, Variant};

use crate::holds;
use crate::random::{self, Random};

const ALPHABET: &[u8; 59] = b"0123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/// The longest text.
const LONGEST: usize = 1_000_000;

/// What happened to a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    None,
    OneChanged,
    Swapped,
    FewChanged,
    LeftOutOrAdded,
    ManyChanged,
    RandomSymbols,
    RandomBytes,
    WithCheck,
    Mailed,
    ManyChecks,
    Spliced,
}

impl Damage {
    /// Every kind, with what it is called.
    pub const ALL: [(Damage, &str); 12] = [
        (Damage::None, "intact"),
        (Damage::OneChanged, "one character changed"),
        (Damage::Swapped, "two neighbours swapped"),
        (Damage::FewChanged, "two or three symbols changed"),
        (Damage::LeftOutOrAdded, "a character left out or added"),
        (Damage::ManyChanged, "four to eight symbols changed"),
        (Damage::RandomSymbols, "random symbols behind a marker"),
        (Damage::RandomBytes, "random bytes, up to 1 MB"),
        (Damage::WithCheck, "other symbols, check put right"),
        (Damage::Mailed, "what mail, chat and browsers do"),
        (Damage::ManyChecks, "checks that hold at many gaps"),
        (Damage::Spliced, "parts of two links"),
    ];
}

/// A text, and what the link in it meant before it was damaged.
pub struct Input {
    /// What happened, as a place in [`Damage::ALL`].
    pub kind: usize,
    /// The text.
    pub text: String,
    /// The link.
    pub meant: Link,
}

/// The input of that number; the same in every run with the same seed.
pub fn input(seed: u64, number: u64, orders: &StatementOrders) -> Input {
    let mut random = Random((seed ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15)).max(1));
    for _ in 0..4 {
        random.next();
    }
    let kind = usize::try_from(number % Damage::ALL.len() as u64).expect("a small number");
    let meant = link(&mut random, orders);
    let text = damaged(Damage::ALL[kind].0, &meant, orders, &mut random);
    Input { kind, text, meant }
}

fn link(random: &mut Random, orders: &StatementOrders) -> Link {
    let (one, other) = (scan(Role::School, random, orders), scan(Role::Company, random, orders));
    match random.below(5) {
        0 => Link::Result(one),
        1 => Link::Invitation(other),
        2 => Link::Both(Pair::of(one, other).expect("a pair")),
        3 => {
            let plan = random::plan(random);
            let texts = [TextsIn::Included, TextsIn::LeftOut][random.below(2)];
            let plan = if texts == TextsIn::LeftOut { random::without_texts(&plan) } else { plan };
            Link::Plan(Box::new(plan), texts)
        }
        _ => Link::Result(Scan { label: Label::new("Bakkerij 't Hoekje, Zuid").expect("a label"), ..one }),
    }
}

fn scan(role: Role, random: &mut Random, orders: &StatementOrders) -> Scan {
    let variant = Variant::ALL[random.below(2)];
    let order = orders.iter().nth(random.below(2)).expect("two versions");
    let answer = |random: &mut Random| Answer::ALL.get(random.below(8)).copied();
    let answers = order.asked_in(variant).filter_map(|asked| Some((asked.id, answer(random)?))).collect();
    let day =
        random::date(2026, 1, 1) + time::Duration::days(i64::try_from(random.below(4_000)).expect("few"));
    Scan {
        role,
        sector: Sector::ALL[random.below(4)],
        variant,
        label: Label::default(),
        content_version: order.version(),
        started_on: day,
        changed_on: day,
        answers,
    }
}

fn damaged(damage: Damage, meant: &Link, orders: &StatementOrders, random: &mut Random) -> String {
    let whole = holds::write(meant, orders);
    let mut characters: Vec<char> = whole.chars().collect();
    let length = characters.len();
    let place = random.below(length);
    match damage {
        Damage::None => {}
        Damage::OneChanged => {
            characters[place] = char::from_u32(random.below(0x300) as u32).expect("below the surrogates");
        }
        Damage::Swapped => characters.swap(place, (place + 1).min(length - 1)),
        Damage::FewChanged | Damage::ManyChanged => {
            let few = damage == Damage::FewChanged;
            for _ in 0..if few { 2 + random.below(2) } else { 4 + random.below(5) } {
                characters[3 + random.below(length - 3)] = symbol(random);
            }
        }
        Damage::LeftOutOrAdded if random.below(2) == 0 => drop(characters.remove(place)),
        Damage::LeftOutOrAdded => characters.insert(place, symbol(random)),
        Damage::RandomSymbols => {
            characters.truncate(3);
            let count = 9 + random.below(60);
            characters.extend((0..count).map(|_| symbol(random)));
        }
        Damage::RandomBytes => return bytes(random),
        Damage::WithCheck if random.below(2) == 0 => return with_checks(random, 1),
        Damage::WithCheck => return put_right(&characters, random),
        Damage::ManyChecks if random.below(8) == 0 => return made_to_be_slow(random, orders),
        Damage::ManyChecks => {
            let links = 2 + random.below(400);
            return with_checks(random, links);
        }
        Damage::Mailed => return mailed(&whole, random),
        Damage::Spliced => {
            let other = holds::write(&link(random, orders), orders);
            let mut both = whole[..place].to_owned();
            both.push_str(["", "#", "\n", " ", "&", "%23"][random.below(6)]);
            both.push_str(&other[random.below(other.len())..]);
            return both;
        }
    }
    characters.into_iter().collect()
}

fn symbol(random: &mut Random) -> char {
    char::from(ALPHABET[random.below(ALPHABET.len())])
}

/// Anything, mostly short.
fn bytes(random: &mut Random) -> String {
    let length = match random.below(1_000) {
        0 => random.below(LONGEST),
        1..20 => random.below(MAX_INPUT),
        _ => random.below(120),
    };
    // All of Latin-1 as bytes, or mostly what links consist of.
    let letters: &[u8] = b"#%25023r1m1b1p1-- \n>=&";
    let with_letters = random.below(2) == 0;
    let byte = |random: &mut Random| match with_letters {
        true if random.below(3) == 0 => symbol(random) as u8,
        true => letters[random.below(letters.len())],
        false => random.next() as u8,
    };
    let bytes: Vec<u8> = (0..length).map(|_| byte(random)).collect();
    [["", "#r1-", "%23b1-"][random.below(3)], &String::from_utf8_lossy(&bytes)].concat()
}

/// A marker and as many times some random symbols with their check, and something between. Once gets behind the check,
/// where all else is read; more make a reader look again at every gap.
fn with_checks(random: &mut Random, times: usize) -> String {
    let kind = [b'r', b'm', b'b', b'p'][random.below(4)];
    let version = if random.below(8) == 0 { symbol(random) } else { '1' };
    let mut sums = Sums::default();
    [value(char::from(kind)), value(version)].into_iter().for_each(|value| sums.push(value));
    let mut text = format!("#{}{version}-", char::from(kind));
    for time in 0..times {
        if time > 0 {
            text.push_str([" ", "\n", "\r\n> ", "=\n", "\u{200B}", "\u{a0}"][random.below(6)]);
        }
        let most = [10, 30, 300][random.below(3)];
        for _ in 0..if times == 1 { random.below(most) } else { random.below(6) } {
            // Low symbols are small counts and short texts, so that more of what is behind them makes sense.
            let symbol =
                if random.below(2) == 0 { symbol(random) } else { char::from(ALPHABET[random.below(4)]) };
            sums.push(value(symbol));
            text.push(symbol);
        }
        for check in sums.check() {
            sums.push(check);
            text.push(char::from(ALPHABET[usize::try_from(check).expect("a symbol")]));
        }
    }
    text
}

/// As many links as are tried in one text, each of which is intact at every gap but for a name that is too long: a
/// reader that believes every check reads all before it each time.
fn made_to_be_slow(random: &mut Random, orders: &StatementOrders) -> String {
    let result = Link::Result(scan(Role::School, random, orders));
    let whole = holds::write(&result, orders);
    let mut text = whole[..whole.len() - 3].to_owned();
    let mut sums = Sums::default();
    text.chars().filter(|&symbol| symbol != '-').for_each(|symbol| sums.push(value(symbol)));
    let mut count = text.len() - 3;
    while count < MAX_LENGTH - 6 {
        // What is long enough to be too long for a name, and has nothing in it that ends a text or makes it no text.
        let mut letters = if count < 100 { 90 } else { 1 };
        while (count + letters) % 59 > 56 {
            letters += 1;
        }
        let chunk: Vec<u32> = (0..letters).map(|_| u32::try_from(random.below(26)).expect("small")).collect();
        let length = u32::try_from((count + letters) % 59).expect("small");
        let mut then = Sums(sums.0);
        chunk.iter().chain([&length]).for_each(|&value| then.push(value));
        let check = then.check();
        if check.iter().any(|&value| value > 56) {
            continue;
        }
        check.iter().for_each(|&value| then.push(value));
        sums = then;
        let symbols = chunk.iter().chain([&length]).chain(&check);
        text.extend(symbols.map(|&value| char::from(ALPHABET[usize::try_from(value).expect("a symbol")])));
        text.push(' ');
        count += letters + 4;
    }
    let most = MAX_INPUT / (text.len() + 1);
    vec![text; most].join("#")
}

/// A link with some of its symbols changed, left out or added, and the check that belongs to them.
fn put_right(link: &[char], random: &mut Random) -> String {
    let (marker, rest) = link.split_at(3);
    let mut body = rest[..rest.len() - 3].to_vec();
    for _ in 0..1 + random.below(4) {
        let place = random.below(body.len());
        match random.below(8) {
            0 => drop(body.remove(place)),
            1 => body.insert(place, symbol(random)),
            _ => body[place] = symbol(random),
        }
    }
    let mut sums = Sums::default();
    marker[..2].iter().chain(&body).for_each(|&symbol| sums.push(value(symbol)));
    let check = sums.check().map(|value| char::from(ALPHABET[usize::try_from(value).expect("a symbol")]));
    marker.iter().chain(&body).chain(&check).collect()
}

fn value(symbol: char) -> u32 {
    let place = ALPHABET.iter().position(|&one| char::from(one) == symbol).expect("a symbol");
    u32::try_from(place).expect("small")
}

/// The three sums of docs/formats/link.md.
#[derive(Default)]
struct Sums([u32; 3]);

impl Sums {
    fn push(&mut self, value: u32) {
        for (sum, w) in self.0.iter_mut().zip([1, 2, 4]) {
            *sum = (*sum * w + value) % 59;
        }
    }

    /// The three values that make all sums 1.
    fn check(&self) -> [u32; 3] {
        // Three more values come behind what there is.
        let still = |(sum, w): (u32, u32)| (1 + 59 - sum * (w * w * w % 59) % 59) % 59;
        let [one, two, four] = self.0;
        let [one, two, four] = [(one, 1), (two, 2), (four, 4)].map(still);
        // a + b + c, 4a + 2b + c and 16a + 4b + c are wanted. The differences: 3a + b and 12a + 2b.
        let (first, second) = ((two + 59 - one) % 59, (four + 59 - two) % 59);
        // The second without twice the first leaves 6a; 10 is 1/6 modulo 59.
        let a = (second + 2 * 59 - 2 * first) % 59 * 10 % 59;
        let b = (first + 3 * 59 - 3 * a) % 59;
        [a, b, (one + 2 * 59 - a - b) % 59]
    }
}

/// A link in a message, as programs pass it on; all of it must be forgiven.
fn mailed(link: &str, random: &mut Random) -> String {
    let mut text = String::from(
        ["#", "https://example.org/scan/#", "Kijk: https://example.org/?x#", "\u{feff}#"][random.below(4)],
    );
    for (place, character) in link.chars().enumerate() {
        match random.below(40) {
            // Between the three characters of the marker only what is not seen.
            1 if place < 3 => text.push(' '),
            0 => text.push_str(["\u{ad}", "\u{200b}", "\u{feff}", "\u{2060}"][random.below(4)]),
            1 => text.push_str([" ", "\n", "\r\n", "\r\n> ", "=\r\n", "\u{a0}"][random.below(6)]),
            _ => {}
        }
        match character {
            '-' => text.push_str(["-", "\u{2011}", "%2D", "\u{2013}"][random.below(4)]),
            _ => text.push(character),
        }
    }
    text.push_str(["", ".", ")", ">", "&utm_source=mail", "\n", " En verder!"][random.below(7)]);
    for _ in 0..random.below(3) {
        text = text.replace('%', "%25").replace('#', "%23");
    }
    text
}
