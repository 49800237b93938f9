//! Finds and folds the words of plain ASCII, sixteen bytes at a time.
//!
//! Written so that the compiler makes vector instructions of the loops over a chunk, natively and in Wasm.

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
        let (folded, usable) = one(chunk);
        // After a space a space says nothing.
        if !open && folded[0] == b' ' && usable > 0 {
            at += 1;
            continue;
        }
        let Some(place) = out.get_mut(end..end + CHUNK) else { break };
        place.copy_from_slice(&folded);
        if usable == 0 {
            return (at, end, open);
        }
        at += usable;
        end += usable;
        open = folded[usable - 1] != b' ';
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

/// A chunk folded, and how many bytes of it can be taken: up to the first of two spaces, with it, or to what is not ASCII.
fn one(chunk: &[u8; CHUNK]) -> ([u8; CHUNK], usize) {
    // Loops over arrays, each of one kind of work: what the compiler makes vectors of.
    let mut folded = [0; CHUNK];
    let mut spaces = [0; CHUNK];
    let mut others = [0; CHUNK];
    for i in 0..CHUNK {
        folded[i] = small(chunk[i]);
    }
    for i in 0..CHUNK {
        spaces[i] = u8::from(folded[i] == b' ');
        others[i] = chunk[i] >> 7;
    }
    let (spaces, others) = (u128::from_le_bytes(spaces), u128::from_le_bytes(others));
    // A bit for each byte, the first lowest; where the next is a space too.
    let pairs = spaces & (spaces >> 8);
    let bytes = |bits: u128| bits.trailing_zeros() as usize / 8;
    (folded, (bytes(pairs) + 1).min(bytes(others)).min(CHUNK))
}

/// A letter small, a digit as it is, and a space for all else.
fn small(byte: u8) -> u8 {
    let small = byte | 0x20;
    let is_letter = small.wrapping_sub(b'a') < 26;
    let is_digit = byte.wrapping_sub(b'0') < 10;
    let kept = if is_letter { small } else { b' ' };
    if is_digit { byte } else { kept }
}
