//! A link to a result or a plan is made and passed on.

use yew::Html;

use crate::app::{Action, ShareAction, orders};
use crate::link::{LabelIn, TextsIn, write_plan, write_result};
use crate::plan::Plan;
use crate::record::{PlanNumber, ScanId};
use crate::scan::Scan;
use crate::ui::dom::html;
use crate::ui::parts::choice::{self, Choice};
use crate::ui::parts::share_panel::{self, Words};
use crate::ui::shell::heading;
use crate::ui::view::{Command, Format, PlanFormat, View};

/// The screen of a scan.
pub fn scan(view: &View<'_>, id: ScanId, scan: &Scan) -> Html {
    let texts = view.texts();
    let label = if view.state.with_words { LabelIn::Included } else { LabelIn::LeftOut };
    let fragment = write_result(scan, label, &orders(view.content()));
    let words = Words { subject: texts.share_subject(), message: texts.share_message() };
    html! {
        <article class="share">
            { heading(texts.share_heading().to_string()) }
            <p class="lead">{ texts.share_lead() }</p>
            if !scan.label.is_empty() {
                { tick(view, texts.share_include_name(scan.label.as_str()).into(), None) }
            }
            { share_panel::view(view, fragment, words, Command::Download(id, Format::Json)) }
        </article>
    }
}

/// The screen of a plan.
pub fn plan(view: &View<'_>, id: PlanNumber, plan: &Plan) -> Html {
    let texts = view.texts();
    let with_texts = if view.state.with_words { TextsIn::Included } else { TextsIn::LeftOut };
    let fragment = write_plan(plan, with_texts);
    let words = Words { subject: texts.share_plan_subject(), message: texts.share_plan_message() };
    html! {
        <article class="share">
            { heading(texts.share_plan_heading().to_string()) }
            <p class="lead">{ texts.share_plan_lead() }</p>
            { tick(view, texts.share_include_texts(), Some(texts.share_include_texts_hint())) }
            { share_panel::view(view, fragment, words, Command::DownloadPlan(id, PlanFormat::Json)) }
        </article>
    }
}

/// The box with which what somebody wrote goes along.
fn tick(view: &View<'_>, words: crate::content::Text, hint: Option<crate::content::Text>) -> Html {
    let row = Choice { hint, ..Choice::new("words", words, view.state.with_words) };
    html! {
        <div onchange={view.on(Action::Share(ShareAction::ToggleWords))}>{ choice::check("include", row) }</div>
    }
}
