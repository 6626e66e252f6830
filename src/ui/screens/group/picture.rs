//! The picture of what was answered to a statement: five columns with their numbers, the middle half and the median.
//!
//! Everything in it is ink: it reads without colour, and each number in it stands beside it as text.

use yew::AttrValue;

use crate::scan::group::{Histogram, Points};
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};

/// How wide the room for one score is.
const STEP: u32 = 56;
/// How wide a column is in it.
const COLUMN: u32 = 32;
/// Where the columns stand.
const GROUND: u32 = 100;
/// How high the highest column is.
const HIGHEST: u32 = 78;

/// The picture.
pub fn view(scores: &Histogram<5>) -> Node {
    let most = scores.counts().iter().copied().max().unwrap_or(0).max(1);
    let columns = (0_u32..).zip(scores.counts()).map(|(place, &count)| {
        // What was answered at all can be seen.
        let height = (u64::from(count) * u64::from(HIGHEST)).div_ceil(u64::from(most));
        let height = u32::try_from(height).unwrap_or(HIGHEST);
        let left = place * STEP + (STEP - COLUMN) / 2;
        let middle = place * STEP + STEP / 2;
        html! {
            <>
                <rect class="column" x={left} y={GROUND - height} width={COLUMN} height={height} />
                <text x={middle} y={GROUND - height - 6} text-anchor="middle">{ count }</text>
                <text class="score" x={middle} y="140" text-anchor="middle">{ place + 1 }</text>
            </>
        }
    });
    html! {
        <svg class="answers-picture" viewBox="0 0 280 146" width="280" height="146" aria-hidden="true" focusable="false">
            { for columns }
            <line class="ground" x1="0" x2="280" y1="100" y2="100" />
            if let Some(quartiles) = scores.quartiles() {
                <rect class="half" x={along(quartiles.lower).saturating_sub(3)} y="106"
                    width={along(quartiles.upper) - along(quartiles.lower) + 6} height="6" rx="3" />
                <polygon class="median" points={triangle(along(quartiles.median))} />
            }
        </svg>
    }
}

/// Where a value stands between the middles of the columns.
fn along(points: Points) -> u32 {
    u32::from(points.fortieths()).saturating_sub(40) * STEP / 40 + STEP / 2
}

/// A triangle that points up at the bar.
fn triangle(x: u32) -> AttrValue {
    let [left, middle, right] = [x.saturating_sub(7), x, x + 7].map(|x| x.to_text());
    [&middle, ",104 ", &right, ",122 ", &left, ",122"].concat().into()
}
