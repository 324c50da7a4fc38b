//! Which mark a pointer or a finger means, and which one lies beside another.

/// The mark of a state in a drawing: its middle, and half its width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
    /// Half its width.
    pub r: i32,
}

/// The state whose mark is nearest to a place, by its edge, and no further than `reach`.
#[must_use]
pub fn hit(marks: &[Mark], x: i32, y: i32, reach: i32) -> Option<usize> {
    let near = marks.iter().enumerate().filter_map(|(state, mark)| {
        let (dx, dy) = (f64::from(mark.x - x), f64::from(mark.y - y));
        // The whole part is exact enough for marks that are 10 units wide and more.
        let away = (dx * dx + dy * dy).sqrt() as i32;
        // Within a mark, the nearest middle wins; beyond, the nearest edge.
        let edge = (away - mark.r).max(0);
        (edge <= reach).then_some((edge, away, state))
    });
    near.min().map(|(_, _, state)| state)
}

/// The nearest mark to the right of one (`across` 1), to its left (-1), below it (`down` 1) or above
/// it (-1); what lies straight ahead comes before what lies aside.
#[must_use]
pub fn beside(marks: &[Mark], from: usize, across: i32, down: i32) -> Option<usize> {
    let start = marks.get(from)?;
    let ahead = marks.iter().enumerate().filter_map(|(state, mark)| {
        // A drawing is some 10,000 units wide, so that no square leaves the numbers.
        let (dx, dy) = (mark.x - start.x, mark.y - start.y);
        let along = dx * across + dy * down;
        let aside = dx * down + dy * across;
        let is_ahead = along > 0 && aside.abs() <= 2 * along;
        is_ahead.then_some((along * along + 3 * aside * aside, state))
    });
    ahead.min().map(|(_, state)| state)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mark(x: i32, y: i32, r: i32) -> Mark {
        Mark { x, y, r }
    }

    #[test]
    fn the_nearest_edge_wins_and_what_is_out_of_reach_is_nobody() {
        let marks = [mark(0, 0, 10), mark(100, 0, 40)];
        assert_eq!(hit(&marks, 5, 0, 0), Some(0));
        assert_eq!(hit(&marks, 45, 0, 40), Some(1));
        assert_eq!(hit(&marks, 30, 0, 40), Some(0));
        assert_eq!(hit(&marks, -60, 0, 40), None);
        assert_eq!(hit(&[], 0, 0, 9), None);
    }

    #[test]
    fn arrows_go_on_in_their_direction() {
        let marks = [mark(0, 0, 1), mark(10, 1, 1), mark(8, 30, 1), mark(-5, 0, 1)];
        assert_eq!(beside(&marks, 0, 1, 0), Some(1));
        assert_eq!(beside(&marks, 0, -1, 0), Some(3));
        assert_eq!(beside(&marks, 0, 0, 1), Some(2));
        assert_eq!(beside(&marks, 3, -1, 0), None);
    }

    proptest! {
        #[test]
        fn the_middle_of_a_mark_is_its_own(
            places in prop::collection::btree_set((0..200_i32, 0..200_i32), 1..40),
            reach in 0..50_i32,
        ) {
            // Marks on a grid that do not touch, as those of the drawings do not.
            let marks: Vec<Mark> = places.iter().map(|(x, y)| mark(x * 10, y * 10, 4)).collect();
            for (state, own) in marks.iter().enumerate() {
                prop_assert_eq!(hit(&marks, own.x, own.y, reach), Some(state));
            }
        }
    }
}
