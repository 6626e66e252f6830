//! Reads millions of damaged links and counts what comes through.
//!
//! `cargo run --release --no-default-features --example fuzz_link -- [inputs] [seed]`
//!
//! No guided fuzzing (see `fuzz/` for that), but everywhere, without another toolchain. It panics when
//! something is read that cannot be written again; what it prints tells how much damage goes undetected.

#[path = "../tests/support/mod.rs"]
mod support;

use std::time::Instant;

use samenscan::link::{self, Link, MAX_INPUT, TextsIn};
use samenscan::scan::{Label, Pair, Role, Scan, Sector, Variant};
use support::{Random, orders, write};

const ALPHABET: &[u8] = b"0123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const KINDS: [&str; 8] = [
    "intact",
    "one character changed",
    "two neighbours swapped",
    "two or three symbols changed",
    "a character left out or added",
    "four to eight symbols changed",
    "random symbols behind a marker",
    "random bytes",
];

fn main() {
    let mut arguments = std::env::args().skip(1);
    let inputs: u64 = arguments.next().map_or(10_000_000, |text| text.parse().expect("a number of inputs"));
    let seed: u64 = arguments.next().map_or(20_261_122, |text| text.parse().expect("a seed"));
    let mut random = Random(seed.max(1));
    let mut counts = [[0u64; 3]; KINDS.len()];
    let mut longest = 0;
    let start = Instant::now();
    for number in 0..inputs {
        let (text, meant) = link_of(&mut random);
        let kind = (number % KINDS.len() as u64) as usize;
        let input = damaged(kind, &text, &mut random);
        longest = longest.max(input.len());
        let [tried, same, other] = &mut counts[kind];
        *tried += 1;
        match link::read(&input, orders()) {
            Ok(read) if read == meant => *same += 1,
            Ok(read) => {
                assert_eq!(link::read(&write(&read), orders()), Ok(read), "{input}");
                *other += 1;
            }
            Err(_) => {}
        }
    }
    println!("{inputs} inputs, seed {seed}, longest {longest} bytes, {:.1} s", start.elapsed().as_secs_f64());
    println!("{:32} {:>10} {:>10} {:>12}", "damage", "inputs", "as meant", "undetected");
    for (kind, [tried, same, other]) in KINDS.iter().zip(counts) {
        println!("{kind:32} {tried:>10} {same:>10} {other:>12}");
    }
}

fn scan(role: Role, random: &mut Random) -> Scan {
    let variant = Variant::ALL[random.below(2)];
    let asked = orders().get(1).expect("version 1").asked_in(variant).count();
    let text: String = (0..asked).map(|_| char::from(b"12345?-."[random.below(8)])).collect();
    let day = support::date(2026, 1, 1) + time::Duration::days(random.below(4_000) as i64);
    support::scan(role, Sector::ALL[random.below(4)], variant, day, &text)
}

fn link_of(random: &mut Random) -> (String, Link) {
    let (one, other) = (scan(Role::School, random), scan(Role::Company, random));
    let link = match random.below(5) {
        0 => Link::Result(one),
        1 => Link::Invitation(other),
        2 => Link::Both(Pair::of(one, other).expect("a pair")),
        3 => plan(random),
        _ => Link::Result(Scan { label: Label::new("Bakkerij 't Hoekje, Zuid").expect("a label"), ..one }),
    };
    (write(&link), link)
}

fn plan(random: &mut Random) -> Link {
    let plan = support::plan(random);
    let texts = [TextsIn::Included, TextsIn::LeftOut][random.below(2)];
    let plan = if texts == TextsIn::LeftOut { support::without_texts(&plan) } else { plan };
    Link::Plan(Box::new(plan), texts)
}

fn damaged(kind: usize, text: &str, random: &mut Random) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    let place = random.below(characters.len());
    match kind {
        1 => characters[place] = char::from_u32(random.below(0x300) as u32).expect("below the surrogates"),
        2 => characters.swap(place, (place + 1).min(text.len() - 1)),
        3 | 5 => {
            let changes = if kind == 3 { 2 + random.below(2) } else { 4 + random.below(5) };
            for _ in 0..changes {
                characters[3 + random.below(text.len() - 3)] = symbol(random);
            }
        }
        4 if random.below(2) == 0 => drop(characters.remove(place)),
        4 => characters.insert(place, symbol(random)),
        6 => {
            characters.truncate(3);
            let length = 9 + random.below(60);
            characters.extend((0..length).map(|_| symbol(random)));
        }
        7 => {
            let length = if random.below(1_000) == 0 { MAX_INPUT / 3 } else { random.below(120) };
            let bytes: Vec<u8> = (0..length).map(|_| random.next() as u8).collect();
            return format!("{}{}", ["", "#r1-", "%23b1-"][random.below(3)], String::from_utf8_lossy(&bytes));
        }
        _ => {}
    }
    characters.into_iter().collect()
}

fn symbol(random: &mut Random) -> char {
    char::from(ALPHABET[random.below(ALPHABET.len())])
}
