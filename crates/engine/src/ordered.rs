//! Lists that are kept in order. What is shown of many entries is put into such a list one by one, so that the
//! many are never sorted; besides, the standard library's sort takes a program a kilobyte and more each time.

/// Puts an entry behind those that `stay_before` it, into a list of the `most` first.
pub fn put<T>(list: &mut Vec<T>, most: usize, entry: T, stay_before: impl FnMut(&T) -> bool) {
    let place = list.partition_point(stay_before);
    if place < most {
        list.truncate(most - 1);
        list.insert(place, entry);
    }
}

#[cfg(test)]
mod tests {
    use super::put;

    #[test]
    fn the_first_stay_in_the_order_in_which_equals_came() {
        let mut list = Vec::new();
        for entry in [(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e')] {
            put(&mut list, 4, entry, |other| other.0 <= entry.0);
        }
        assert_eq!(list, [(1, 'b'), (1, 'e'), (2, 'd'), (3, 'a')]);
        put(&mut list, 0, (0, 'f'), |_| false);
        assert_eq!(list.len(), 4);
    }
}
