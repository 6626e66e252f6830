//! Which functions look alike.

use std::collections::HashMap;

/// All functions by their bodies, each after the one of those left that it has most in common with: compression looks
/// back, and sees best what is near.
pub fn in_line(bodies: &[&[u8]]) -> Vec<usize> {
    let pieces: Vec<Vec<[u8; 4]>> = bodies.iter().map(|body| pieces(body)).collect();
    let mut holders: HashMap<[u8; 4], Vec<usize>> = HashMap::new();
    for (function, pieces) in pieces.iter().enumerate() {
        for &piece in pieces {
            holders.entry(piece).or_default().push(function);
        }
    }
    // Of those that have as much in common the last is taken: the first by its bytes.
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    left.sort_by(|&one, &other| bodies[other].cmp(bodies[one]));
    let mut line: Vec<usize> = Vec::new();
    while !left.is_empty() {
        let mut common = vec![0_u32; bodies.len()];
        for holder in line.last().iter().flat_map(|&&last| &pieces[last]).flat_map(|piece| &holders[piece]) {
            common[*holder] += 1;
        }
        // Against how much there is, or the longest would always be the most alike.
        let likeness =
            |&function: &usize| f64::from(common[function]) / (pieces[function].len().max(1) as f64).sqrt();
        let next =
            (0..left.len()).max_by(|&one, &other| likeness(&left[one]).total_cmp(&likeness(&left[other])));
        line.extend(next.map(|place| left.remove(place)));
    }
    line
}

/// What compression could find again, each once.
fn pieces(body: &[u8]) -> Vec<[u8; 4]> {
    let mut pieces: Vec<[u8; 4]> = body.array_windows().copied().collect();
    pieces.sort_unstable();
    pieces.dedup();
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_comes_after_the_one_that_it_has_most_in_common_with() {
        let bodies: [&[u8]; 5] = [b"abcdefgh", b"zyxwvuts", b"abcdefxy", b"1234", b"-yxwvuts"];
        assert_eq!(in_line(&bodies), [4, 1, 3, 0, 2]);
        let shuffled: Vec<&[u8]> = in_line(&bodies).into_iter().map(|function| bodies[function]).collect();
        let again = in_line(&shuffled).into_iter().map(|function| shuffled[function]);
        assert!(again.eq(shuffled.iter().copied()));
    }
}
