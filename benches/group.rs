//! How the cost of a group grows with its size: `cargo bench --features authoring --bench group`.
//!
//! Times differ between machines and moments, so it prints ratios within one run: the sizes take turns, the best of the
//! rounds counts, and the smallest is measured twice as a control (its ratio should be 1.0).

use std::hint::black_box;
use std::time::Instant;

#[path = "../tests/support/mod.rs"]
mod support;

use samenscan::export::group_csv;
use samenscan::link::{LabelIn, write_result};
use samenscan::scan::group::{Counting, Filter, Group};
use samenscan::scan::intake::lines;
use samenscan::scan::{Role, Scan, Sector, Variant};
use support::{Random, orders};

const SIZES: [usize; 6] = [10, 10, 100, 1_000, 10_000, 100_000];
const ROUNDS: usize = 5;
/// What a page does in one go.
const CHUNK: usize = 1_000;

/// Nanoseconds for the steps of one size: read links, add, count, order, write rows.
type Times = [f64; 5];

fn main() {
    let mut random = Random(10);
    let scans: Vec<Scan> = (0..100_000).map(|_| scan(&mut random)).collect();
    let link =
        |scan| write_result(scan, LabelIn::LeftOut, orders()).expect("a link").as_str().to_owned() + "\n";
    let links: Vec<String> = scans.iter().map(link).collect();
    let mut best = [[f64::INFINITY; 5]; SIZES.len()];
    for round in 0..ROUNDS {
        for (place, &size) in SIZES.iter().enumerate() {
            // The large sizes are steady enough and would take all the time.
            if size >= 10_000 && round > 1 {
                continue;
            }
            let repeats = (10_000 / size).max(1);
            let times = measure(&scans[..size], &links[..size].concat(), repeats);
            for (best, time) in best[place].iter_mut().zip(times) {
                *best = best.min(time);
            }
        }
    }
    println!("cost for each result, as a ratio to the first row; in brackets nanoseconds");
    println!(
        "{:>9} {:>16} {:>16} {:>16} {:>16} {:>16}",
        "results", "read link", "add", "count", "order", "rows"
    );
    for (&size, times) in SIZES.iter().zip(&best) {
        print!("{size:>9}");
        for (step, &time) in times.iter().enumerate() {
            let each = time / size as f64;
            print!(" {:>8.3} ({:>5.0})", each / (best[0][step] / SIZES[0] as f64), each);
        }
        println!();
    }
    let chunk = best[4][2] / (10_000 / CHUNK) as f64;
    println!("one step of {CHUNK} results: {:.2} ms", chunk / 1e6);
}

fn measure(scans: &[Scan], links: &str, repeats: usize) -> Times {
    let time = |work: &mut dyn FnMut()| {
        let start = Instant::now();
        (0..repeats).for_each(|_| work());
        start.elapsed().as_nanos() as f64 / repeats as f64
    };
    let read = time(&mut || {
        let found = lines(links, orders()).filter(|line| line.found.is_ok()).count();
        assert_eq!(found, scans.len());
    });
    let mut group = Group::new(orders());
    let add = time(&mut || {
        group = Group::new(orders());
        for scan in scans {
            let _ = black_box(group.add(scan));
        }
    });
    let mut tally = group.tally(Filter::default());
    let count = time(&mut || {
        let mut counting = Counting::new(&group, Filter::default());
        while counting.step(&group, CHUNK) > 0 {}
        tally = counting.into_tally();
    });
    let order = time(&mut || {
        for (one, disagreement) in black_box(&tally).by_disagreement() {
            black_box((one.answers.scores.quartiles(), disagreement));
        }
    });
    let rows = time(&mut || {
        let parts = group_csv::parts(group.rows(Filter::default()), LabelIn::LeftOut, 28 * CHUNK);
        black_box(parts.map(|part| part.len()).sum::<usize>());
    });
    [read, add, count, order, rows]
}

fn scan(random: &mut Random) -> Scan {
    let text: String = (0..28).map(|_| char::from(b"1223344455?-."[random.below(13)])).collect();
    let day = support::date(2026, 1, 1) + time::Duration::days(random.below(700) as i64);
    support::scan(Role::ALL[random.below(2)], Sector::ALL[random.below(4)], Variant::Full, day, &text)
}
