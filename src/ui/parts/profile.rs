//! The profile: four levels on one scale from 1 to 5, told apart by shape and word.

use yew::AttrValue;

use crate::export::svg::along_scale;
use crate::scan::{BETTER_FROM, Band, LevelResult, STRONG_FROM};
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::view::View;
use crate::wording;

/// Where a score stands, as a share of the width. The scale keeps a margin for the dot on both sides.
pub fn place(tenths: u8) -> AttrValue {
    let thousandths = 40 + along_scale(tenths) * 92 / 100;
    let whole = (thousandths / 10).to_text();
    let part = (thousandths % 10).to_text();
    [&whole, ".", &part, "%"].concat().into()
}

/// The four rows with the scale under them.
pub fn view(view: &View<'_>, levels: &[LevelResult]) -> Node {
    let content = view.content();
    let texts = view.texts();
    let cut_off = |tenths: u8, words: &str| texts.cut_off(&wording::score(content, tenths), words);
    html! {
        <figure class="profile" aria-labelledby="profile-caption">
            <figcaption id="profile-caption">{ texts.profile_caption() }</figcaption>
            <div class="rows" aria-hidden="true">
                for one in levels.iter() {
                    { row(view, one) }
                }
                { axis() }
            </div>
            <p class="legend">
                { cut_off(STRONG_FROM, texts.band_strong()) }{ " · " }
                { cut_off(BETTER_FROM, texts.band_can_be_better()) }{ " · " }
                { texts.cut_off_below(&wording::score(content, BETTER_FROM), texts.band_needs_attention()) }
            </p>
        </figure>
    }
}

/// The numbers under the rows.
pub fn axis() -> Node {
    html! {
        <svg class="axis" width="100%" height="26" focusable="false">
            for step in 1..=5_u8 {
                <text x={place(step * 10)} y="18" text-anchor="middle">{ step }</text>
            }
        </svg>
    }
}

fn row(view: &View<'_>, one: &LevelResult) -> Node {
    let content = view.content();
    let value = one.score.map(|score| wording::score(content, score.tenths()));
    let words = match one.score {
        Some(score) => wording::band(content, score.band()),
        None => view.texts().too_few_answers(),
    };
    html! {
        <div key={one.level.as_str()} class="row">
            <span class="name">{ wording::level(content, one.level) }</span>
            <svg class="scale" width="100%" height="36" focusable="false">
                <line class="line" x1={place(10)} x2={place(50)} y1="18" y2="18" />
                for tenths in [BETTER_FROM, STRONG_FROM] {
                    <line class="cut" x1={place(tenths)} x2={place(tenths)} y1="4" y2="32" />
                }
                if let Some(score) = one.score {
                    { dot(place(score.tenths()), score.band()) }
                }
            </svg>
            <span class="value">{ value.unwrap_or_else(|| "–".to_owned()) }</span>
            <span class="band">{ words }</span>
        </div>
    }
}

/// Filled, with a heart, or open: the bands differ in shape, so that they read without colour.
fn dot(x: AttrValue, band: Band) -> Node {
    match band {
        Band::Strong => html! { <circle class="dot strong" cx={x} cy="18" r="9" /> },
        Band::CanBeBetter => html! {
            <>
                <circle class="dot better" cx={&x} cy="18" r="9" />
                <circle class="heart" cx={x} cy="18" r="3.5" />
            </>
        },
        Band::NeedsAttention => html! { <circle class="dot attention" cx={x} cy="18" r="9" /> },
    }
}
