//! Passes over what cannot hold a needle, many bytes at a time.
//!
//! In Wasm, where memchr looks at sixteen bytes and then decides. Natively it has wider vectors, and needs no help.

use memchr::arch::all::packedpair::Pair;
use memchr::memmem::Finder;

/// Bytes that are passed over together.
const BLOCK: usize = 256;

/// Two bytes of a needle that are rare in most texts, and whether it helps to look for them. By default nothing is passed over.
#[derive(Clone, Debug, Default)]
pub(crate) struct Skip {
    /// Each with its place in the needle, the earlier first.
    rare: Option<[(usize, u8); 2]>,
    /// Bytes of the needle.
    length: usize,
    /// How many blocks were looked at.
    looked: usize,
    /// How many of them could hold it.
    stopped: usize,
}

impl Skip {
    /// For `needle`.
    pub(crate) fn of(needle: &[u8]) -> Self {
        let rare = Pair::new(needle).map(|pair| {
            let (one, other) = (usize::from(pair.index1()), usize::from(pair.index2()));
            [one.min(other), one.max(other)].map(|at| (at, needle[at]))
        });
        Skip { rare, length: needle.len(), looked: 0, stopped: 0 }
    }

    /// The first place from `at` on where the needle of `finder` stands. One piece of code for all that scan.
    #[inline(never)]
    pub(crate) fn next(&mut self, text: &[u8], mut at: usize, finder: &Finder) -> Option<usize> {
        // Where it stops often, to go on without is sooner.
        while let Some(rare) = self.rare.filter(|_| self.stopped * 4 <= self.looked + 64) {
            let begun = at;
            at = pass(text, at, rare);
            self.looked += (at - begun) / BLOCK + 1;
            self.stopped += 1;
            let part = text.get(at..(at + BLOCK + self.length).min(text.len()))?;
            if let Some(hit) = finder.find(part) {
                return Some(at + hit);
            }
            at += BLOCK;
        }
        finder.find(text.get(at..)?).map(|hit| at + hit)
    }
}

/// The beginning of the first block from `at` on in which both bytes stand as far from each other as in the needle, or of the rest
/// that is no block.
fn pass(text: &[u8], mut at: usize, [(first, a), (second, b)]: [(usize, u8); 2]) -> usize {
    let block = |from: usize| text.get(from..from + BLOCK);
    while let (Some(as_), Some(bs)) = (block(at + first), block(at + second)) {
        if both(as_, bs, a, b) {
            break;
        }
        at += BLOCK;
    }
    at
}

/// Whether `a` stands somewhere in one block and `b` at the same place in the other. Not inlined, where the compiler would write the
/// loop out.
#[cfg(target_arch = "wasm32")]
#[inline(never)]
fn both(one: &[u8], other: &[u8], a: u8, b: u8) -> bool {
    use core::arch::wasm32::{u8x16_eq, u8x16_splat, u64x2, v128_and, v128_any_true, v128_or};
    let (a, b) = (u8x16_splat(a), u8x16_splat(b));
    let mut any = u64x2(0, 0);
    for (one, other) in one.as_chunks::<16>().0.iter().zip(other.as_chunks::<16>().0) {
        let load = |chunk: &[u8; 16]| {
            let half = |at: usize| chunk[at..].first_chunk().map_or(0, |half| u64::from_le_bytes(*half));
            u64x2(half(0), half(8))
        };
        any = v128_or(any, v128_and(u8x16_eq(load(one), a), u8x16_eq(load(other), b)));
    }
    v128_any_true(any)
}

/// The same, as the tests have it.
#[cfg(not(target_arch = "wasm32"))]
fn both(one: &[u8], other: &[u8], a: u8, b: u8) -> bool {
    one.iter().zip(other).any(|(one, other)| *one == a && *other == b)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Marsaglia's xorshift of 32 bits (2003): the same at each run.
    fn draw(state: &mut u32) -> usize {
        *state ^= *state << 13;
        *state ^= *state >> 17;
        *state ^= *state << 5;
        *state as usize
    }

    #[test]
    fn every_place_is_found_whatever_is_passed_over() {
        let mut state = 2463534242;
        let (mut passed, mut given_up) = (0, 0);
        for round in 0..400 {
            // Of few letters, so that there is much to find; and of one, so that a needle is rare.
            let letters = [2, 3, 26][round % 3];
            let mut text: Vec<u8> =
                (0..draw(&mut state) % 40_000).map(|_| b'a' + (draw(&mut state) % letters) as u8).collect();
            let needle: Vec<u8> =
                (0..1 + draw(&mut state) % 6).map(|_| b'a' + (draw(&mut state) % letters) as u8).collect();
            if let Some(end) = text.len().checked_sub(needle.len()).filter(|_| round % 2 == 0) {
                text[end..].copy_from_slice(&needle);
            }
            let mut skip = Skip::of(&needle);
            let finder = Finder::new(&needle);
            let mut found = Vec::new();
            let mut at = 0;
            while let Some(hit) = skip.next(&text, at, &finder) {
                found.push(hit);
                at = hit + 1;
            }
            let plain: Vec<usize> = (0..text.len()).filter(|at| text[*at..].starts_with(&needle)).collect();
            assert_eq!(found, plain, "{needle:?} in {} bytes", text.len());
            passed += usize::from(skip.looked > 2 * skip.stopped);
            given_up += usize::from(skip.stopped * 4 > skip.looked + 64);
        }
        assert!(passed > 20 && given_up > 20, "{passed} texts were passed over, {given_up} given up");
    }
}
