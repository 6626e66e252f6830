//! The statements that are not compared, with the reason.

use crate::content::Text;
use crate::scan::compare::{NotCompared, WhyNotCompared};
use crate::ui::dom::{Node, html};
use crate::ui::view::View;
use crate::wording;

/// The section; `only_first` and `only_second` say which of the two scans asked a statement.
pub fn view(view: &View<'_>, left_out: &[NotCompared], only_first: &Text, only_second: &Text) -> Node {
    if left_out.is_empty() {
        return Node::default();
    }
    let texts = view.texts();
    let reasons = [
        (WhyNotCompared::OnlyFirst, only_first),
        (WhyNotCompared::OnlySecond, only_second),
        (WhyNotCompared::OtherWording, texts.not_compared_wording()),
        (WhyNotCompared::NoLongerAsked, texts.not_compared_gone()),
    ];
    html! {
        <section class="not-compared" aria-labelledby="not-compared-heading">
            <h2 id="not-compared-heading">{ texts.not_compared_heading() }</h2>
            <dl>
                { for reasons.into_iter().filter_map(|(why, words)| {
                            let names = names(view, left_out, why);
                            (!names.is_empty()).then(|| html! {
                                    <div><dt>{ words }</dt><dd>{ wording::list(view.content(), &names.iter().collect::<Vec<_>>()) }</dd></div>
                            })
                }) }
            </dl>
        </section>
    }
}

/// The names of the statements that are left out for one reason.
fn names(view: &View<'_>, left_out: &[NotCompared], why: WhyNotCompared) -> Vec<Text> {
    let of_reason = left_out.iter().filter(|one| one.why == why);
    of_reason.map(|one| view.content().name(one.statement)).collect()
}
