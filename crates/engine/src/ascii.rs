//! Finds and folds the words of plain ASCII, sixteen bytes at a time.
//!
//! By vector instructions: natively the compiler makes them of the loops over a chunk, in Wasm they are written out.

/// Bytes that are looked at together.
pub(crate) const CHUNK: usize = 16;

/// Folds `bytes` from `at` on into `out` from `end` on, up to the first that is not ASCII: letters small, digits as they are, and
/// one space for all that stands between two words. `open` says whether a word goes on. How far it came in both, and whether
/// a word goes on there.
///
/// `out` must have room for all the bytes and a chunk more: behind what is folded it is written over.
pub(crate) fn fold(
    bytes: &[u8],
    mut at: usize,
    out: &mut [u8],
    mut end: usize,
    mut open: bool,
) -> (usize, usize, bool) {
    while let Some(chunk) = bytes.get(at..at + CHUNK).and_then(|chunk| <&[u8; CHUNK]>::try_from(chunk).ok()) {
        let Folded { letters, spaces, others } = one(chunk);
        let usable = others.trailing_zeros().min(CHUNK as u32);
        // After a space a space says nothing.
        let doubled = spaces & (spaces << 1 | u32::from(!open));
        // What is between is written run by run: each writes a chunk, and the next over what was too much of it.
        let mut kept = !doubled & ((1 << usable) - 1);
        while kept != 0 {
            let from = kept.trailing_zeros();
            let length = (kept >> from).trailing_ones();
            let Some(place) = out.get_mut(end..end + CHUNK) else { return (at, end, open) };
            write(letters, from, place);
            end += length as usize;
            // What is added at the lowest bit of a run carries it off.
            kept &= kept + (1 << from);
        }
        if usable > 0 {
            open = spaces >> (usable - 1) & 1 == 0;
            at += usable as usize;
        }
        if others != 0 {
            return (at, end, open);
        }
    }
    while let Some(byte) = bytes.get(at).filter(|byte| byte.is_ascii()) {
        let small = small(*byte);
        let is_letter = small != b' ';
        if is_letter || open {
            out[end] = small;
            end += 1;
        }
        open = is_letter;
        at += 1;
    }
    (at, end, open)
}

/// The bytes of a chunk.
#[cfg(target_arch = "wasm32")]
type Letters = core::arch::wasm32::v128;
#[cfg(not(target_arch = "wasm32"))]
type Letters = u128;

/// A chunk folded. The masks have a bit for each byte, the first lowest, and none above.
struct Folded {
    letters: Letters,
    /// What became a space.
    spaces: u32,
    /// What is not ASCII.
    others: u32,
}

/// A chunk as a vector: one instruction, in which the two halves come together.
#[cfg(target_arch = "wasm32")]
pub(crate) fn load(chunk: &[u8; CHUNK]) -> core::arch::wasm32::v128 {
    let half = |at: usize| chunk[at..].first_chunk().map_or(0, |half| u64::from_le_bytes(*half));
    core::arch::wasm32::u64x2(half(0), half(8))
}

/// Of the compiler's own making masks take ten times as long in Wasm: it has no wide numbers to make them from.
#[cfg(target_arch = "wasm32")]
fn one(chunk: &[u8; CHUNK]) -> Folded {
    use core::arch::wasm32::{i8x16_bitmask, u8x16_lt, u8x16_splat, u8x16_sub, v128_bitselect, v128_or};
    let bytes = load(chunk);
    let small = v128_or(bytes, u8x16_splat(0x20));
    let is_letter = u8x16_lt(u8x16_sub(small, u8x16_splat(b'a')), u8x16_splat(26));
    let is_digit = u8x16_lt(u8x16_sub(bytes, u8x16_splat(b'0')), u8x16_splat(10));
    // A digit has the bit that makes a letter small.
    let kept = v128_or(is_letter, is_digit);
    let folded = v128_bitselect(small, u8x16_splat(b' '), kept);
    Folded { letters: folded, spaces: u32::from(!i8x16_bitmask(kept)), others: u32::from(i8x16_bitmask(bytes)) }
}

/// Loops over arrays, each of one kind of work: what the compiler makes vectors of.
#[cfg(not(target_arch = "wasm32"))]
fn one(chunk: &[u8; CHUNK]) -> Folded {
    let letters = chunk.map(small);
    let mask = |flags: [bool; CHUNK]| flags.iter().rev().fold(0, |mask, flag| mask << 1 | u32::from(*flag));
    let spaces = mask(letters.map(|byte| byte == b' '));
    Folded { letters: u128::from_le_bytes(letters), spaces, others: mask(chunk.map(|byte| !byte.is_ascii())) }
}

/// Writes the letters from the one numbered `from` on, and zeros after them.
#[cfg(target_arch = "wasm32")]
fn write(letters: Letters, from: u32, place: &mut [u8]) {
    use core::arch::wasm32::{i8x16_swizzle, u8x16, u8x16_add, u8x16_splat, u64x2_extract_lane};
    let first = u8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    let moved = i8x16_swizzle(letters, u8x16_add(first, u8x16_splat(from as u8)));
    place[..8].copy_from_slice(&u64x2_extract_lane::<0>(moved).to_le_bytes());
    place[8..].copy_from_slice(&u64x2_extract_lane::<1>(moved).to_le_bytes());
}

#[cfg(not(target_arch = "wasm32"))]
fn write(letters: Letters, from: u32, place: &mut [u8]) {
    place.copy_from_slice(&(letters >> (8 * from)).to_le_bytes());
}

/// A letter small, a digit as it is, and a space for all else.
fn small(byte: u8) -> u8 {
    let small = byte | 0x20;
    let is_letter = small.wrapping_sub(b'a') < 26;
    let is_digit = byte.wrapping_sub(b'0') < 10;
    let kept = if is_letter { small } else { b' ' };
    if is_digit { byte } else { kept }
}
