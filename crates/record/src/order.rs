//! Lists with the most first, and lists in order.

use std::cmp::Reverse;

/// `items` with the greatest `key` first; equal ones stay in their order.
///
/// One sort serves all lists: each further sort weighs some kilobytes in the Wasm.
pub fn most_first<T>(items: Vec<T>, key: impl Fn(&T) -> usize) -> Vec<T> {
    let order = places(items.iter().map(key).collect());
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| items.get_mut(place)?.take()).collect()
}

/// The same for some hundred: the first program of a page sorts nothing else, and this is a kilobyte less.
pub fn most_first_of_few<T>(items: Vec<T>, key: impl Fn(&T) -> usize) -> Vec<T> {
    let mut sorted: Vec<T> = Vec::with_capacity(items.len());
    for item in items {
        let place = sorted.partition_point(|other| key(other) >= key(&item));
        sorted.insert(place, item);
    }
    sorted
}

/// Puts `value` where it belongs in a list that is in order, unless it is there already. For short lists.
pub fn insert<T: Ord>(sorted: &mut Vec<T>, value: T) {
    if let Err(place) = sorted.binary_search(&value) {
        sorted.insert(place, value);
    }
}

fn places(keys: Vec<usize>) -> Vec<usize> {
    let mut keys: Vec<(Reverse<usize>, usize)> =
        keys.into_iter().enumerate().map(|(i, key)| (Reverse(key), i)).collect();
    keys.sort_unstable();
    keys.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::{insert, most_first, most_first_of_few};

    #[test]
    fn the_most_come_first_and_equals_stay() {
        let words = || vec!["a", "ccc", "b", "dd", "eee"];
        assert_eq!(most_first(words(), |s| s.len()), ["ccc", "eee", "dd", "a", "b"]);
        assert_eq!(most_first_of_few(words(), |s| s.len()), ["ccc", "eee", "dd", "a", "b"]);
        let mut list = Vec::new();
        [3, 1, 2, 1, 3].into_iter().for_each(|n| insert(&mut list, n));
        assert_eq!(list, [1, 2, 3]);
        assert!(most_first(Vec::<u8>::new(), |_| 0).is_empty());
    }
}
