//! Finds a string of bytes in a long text, in Wasm.
//!
//! By two bytes of it that are likely to be rare, as memchr's search for packed pairs does (Muła, “SIMD-friendly algorithms for substring
//! searching”, 2016). What memchr has for Wasm decides after every sixteen bytes whether to go on; here that is done after many more,
//! and other bytes are taken where the two turn out to be common. Natively memchr has wider vectors, and is the faster.

use memchr::arch::all::packedpair::Pair;

use crate::ascii::CHUNK;
#[cfg(target_arch = "wasm32")]
use crate::ascii::load;

/// Bytes after which it is decided whether to go on.
const BLOCK: usize = 16 * CHUNK;

/// After so many places that are none it is looked at how near to each other they were.
const MISSES: usize = 8;

/// Bytes between two such places that are too few: other bytes are looked for then.
const APART: usize = 128;

/// A string that is looked for.
#[derive(Clone, Debug)]
pub(crate) struct Seeker<'a> {
    needle: &'a [u8],
    /// The places in it of the two bytes.
    pair: [usize; 2],
    /// How many places were none, though both bytes stand there.
    misses: usize,
    /// Where the last of [`MISSES`] was.
    missed: usize,
}

impl<'a> Seeker<'a> {
    /// Of `needle`, which must not be empty to be found.
    pub(crate) fn new(needle: &'a [u8]) -> Self {
        // Of a single byte there is no pair: it stands for both.
        let pair = Pair::new(needle).map_or([0; 2], |pair| [pair.index1().into(), pair.index2().into()]);
        Seeker { needle, pair, misses: 0, missed: 0 }
    }

    /// The first place from `at` on where the needle stands. Is to be asked for one place after the other.
    pub(crate) fn next(&mut self, text: &[u8], mut at: usize) -> Option<usize> {
        // Where there was one, the next is likely near.
        let mut any = true;
        loop {
            at = if any { at } else { self.pass(text, at) };
            let Some([one, other]) = self.blocks(text, at) else { break };
            let [a, b] = self.bytes();
            any = false;
            for (number, (one, other)) in chunks(one).zip(chunks(other)).enumerate() {
                let mut places = places(one, other, a, b);
                any |= places != 0;
                while places != 0 {
                    let place = at + number * CHUNK + places.trailing_zeros() as usize;
                    let Some(wrong) = self.wrong(text, place) else { return Some(place) };
                    self.missed_at(place, wrong);
                    places &= places - 1;
                }
            }
            at += BLOCK;
        }
        (at..text.len()).find(|place| self.wrong(text, *place).is_none())
    }

    /// The beginning of the first block from `at` on in which both bytes stand as far from each other as in the needle, or of the
    /// rest that is no block.
    #[inline(never)]
    fn pass(&self, text: &[u8], mut at: usize) -> usize {
        let [a, b] = self.bytes();
        while self.blocks(text, at).is_some_and(|[one, other]| !hold(one, other, a, b)) {
            at += BLOCK;
        }
        at
    }

    /// The blocks in which the two bytes stand if the needle stands in the one at `at`.
    fn blocks<'t>(&self, text: &'t [u8], at: usize) -> Option<[&'t [u8; BLOCK]; 2]> {
        let block = |place: usize| text.get(at + place..)?.first_chunk();
        let [one, other] = self.pair;
        Some([block(one)?, block(other)?])
    }

    fn bytes(&self) -> [u8; 2] {
        self.pair.map(|place| self.needle.get(place).copied().unwrap_or_default())
    }

    /// The first byte of the needle that is another at `at`.
    fn wrong(&self, text: &[u8], at: usize) -> Option<usize> {
        let Some(there) = text.get(at..at + self.needle.len()) else { return Some(0) };
        self.needle.iter().zip(there).position(|(byte, other)| byte != other)
    }

    /// Both bytes stand at `place`, and the needle does not, as it has another byte at `wrong`. Where that is often so, that byte is
    /// looked for.
    #[inline(never)]
    fn missed_at(&mut self, place: usize, wrong: usize) {
        self.misses += 1;
        if self.misses.is_multiple_of(MISSES) {
            if place.abs_diff(self.missed) < MISSES * APART {
                self.pair = [self.pair[1], wrong];
            }
            self.missed = place;
        }
    }
}

/// A block as chunks.
fn chunks(block: &[u8; BLOCK]) -> impl Iterator<Item = &[u8; CHUNK]> {
    block.as_chunks().0.iter()
}

/// All bits of the bytes where `a` stands in one chunk and `b` in the other.
#[cfg(target_arch = "wasm32")]
fn both(one: &[u8; CHUNK], other: &[u8; CHUNK], a: u8, b: u8) -> core::arch::wasm32::v128 {
    use core::arch::wasm32::{u8x16_eq, u8x16_splat, v128_and};
    v128_and(u8x16_eq(load(one), u8x16_splat(a)), u8x16_eq(load(other), u8x16_splat(b)))
}

/// Whether `a` stands somewhere in one block and `b` at the same place of the other.
#[cfg(target_arch = "wasm32")]
fn hold(one: &[u8; BLOCK], other: &[u8; BLOCK], a: u8, b: u8) -> bool {
    use core::arch::wasm32::{u64x2, v128_any_true, v128_or};
    let found = chunks(one).zip(chunks(other)).map(|(one, other)| both(one, other, a, b));
    v128_any_true(found.fold(u64x2(0, 0), |any, both| v128_or(any, both)))
}

/// A bit for each place where `a` stands in one chunk and `b` in the other, the first lowest.
#[cfg(target_arch = "wasm32")]
fn places(one: &[u8; CHUNK], other: &[u8; CHUNK], a: u8, b: u8) -> u32 {
    u32::from(core::arch::wasm32::i8x16_bitmask(both(one, other, a, b)))
}

/// Without a branch: what the compiler makes vectors of.
#[cfg(not(target_arch = "wasm32"))]
fn hold(one: &[u8; BLOCK], other: &[u8; BLOCK], a: u8, b: u8) -> bool {
    let both = |(one, other): (&u8, &u8)| u8::from(*one == a) & u8::from(*other == b);
    one.iter().zip(other).map(both).fold(0, |any, both| any | both) != 0
}

#[cfg(not(target_arch = "wasm32"))]
fn places(one: &[u8; CHUNK], other: &[u8; CHUNK], a: u8, b: u8) -> u32 {
    let both = |(one, other): (&u8, &u8)| u32::from(*one == a && *other == b);
    one.iter().zip(other).map(both).rev().fold(0, |places, both| places << 1 | both)
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
    fn every_place_is_found() {
        let mut state = 2463534242;
        let mut count = 0;
        for round in 0..400 {
            // Of few letters, so that there is much to find; and of many, so that it is rare.
            let letters = [2, 3, 26][round % 3];
            let mut word =
                |length: usize| -> Vec<u8> { (0..length).map(|_| b'a' + (draw(&mut state) % letters) as u8).collect() };
            let mut text = word(round * 37 % 5000);
            let needle = word(1 + round % 7 + if round % 50 == 0 { 400 } else { 0 });
            if let Some(end) = text.len().checked_sub(needle.len()).filter(|_| round % 2 == 0) {
                text[end..].copy_from_slice(&needle);
            }
            let mut seeker = Seeker::new(&needle);
            let mut found = Vec::new();
            while let Some(hit) = seeker.next(&text, found.last().map_or(0, |hit| hit + 1)) {
                found.push(hit);
            }
            let plain: Vec<usize> = (0..text.len()).filter(|at| text[*at..].starts_with(&needle)).collect();
            assert_eq!(found, plain, "{needle:?} in {} bytes", text.len());
            count += found.len();
        }
        assert!(count > 1000, "{count} places were there to be found");
    }
}
