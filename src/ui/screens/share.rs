//! A link to a result or a plan is made and passed on.

use crate::app::{Action, Route, ShareAction, orders};
use crate::content::Text;
use crate::link::{LabelIn, TextsIn, write_plan, write_result};
use crate::plan::{Origin, Plan, Steps};
use crate::record::{PlanNumber, ScanId};
use crate::scan::Scan;
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::parts::choice::{self, Choice};
use crate::ui::parts::share_panel::{self, Words};
use crate::ui::shell::{self, heading};
use crate::ui::view::{Command, Format, PlanFormat, View};
use crate::wording;

/// The screen of a scan.
pub fn scan(view: &View<'_>, id: ScanId, scan: &Scan) -> Node {
    let texts = view.texts();
    let content = view.content();
    let progress = view.state.progress(scan);
    if progress.answered == 0 {
        let way = progress.next.map_or(Route::Check(id), |level| Route::Level(id, level));
        return nothing(
            texts.share_heading(),
            texts.share_empty(),
            shell::main_link(way, texts.answer_more()),
        );
    }
    let with_name = view.state.with_words && !scan.label.is_empty();
    let label = if with_name { LabelIn::Included } else { LabelIn::LeftOut };
    let words = Words { subject: texts.share_subject(), message: texts.share_message() };
    html! {
        <article class="share">
            { heading(texts.share_heading()) }
            <p class="lead">{ texts.share_lead() }</p>
            <section class="carries" aria-labelledby="carries-heading">
                <h2 id="carries-heading">{ texts.share_carries_heading() }</h2>
                <ul class="bullets">
                    <li>
                        { texts.result_about(
                                wording::role(content, scan.role),
                                wording::sector(content, scan.sector),
                                wording::variant(content, scan.variant),
                                &wording::date(content, scan.changed_on),
                        ) }
                    </li>
                    <li>{ texts.share_carries_answers(&progress.answered.to_text(), &progress.asked.to_text()) }</li>
                    if with_name {
                        <li>{ texts.share_carries_name(scan.label.as_str()) }</li>
                    } else {
                        <li>{ texts.share_carries_no_name() }</li>
                    }
                </ul>
                if !scan.label.is_empty() {
                    { tick(view, &texts.share_include_name(scan.label.as_str()), None) }
                }
            </section>
            { share_panel::view(
                    view,
                    write_result(scan, label, &orders(content)),
                    words,
                    Command::Download(id, Format::Json),
            ) }
            <p class="on-screen">{ shell::link(Route::Result(id), texts.back_to_result()) }</p>
        </article>
    }
}

/// The screen of a plan.
pub fn plan(view: &View<'_>, id: PlanNumber, plan: &Plan) -> Node {
    let texts = view.texts();
    let own =
        plan.actions.iter().filter(|(_, action)| action.origin == Origin::Own).map(|_| 1).sum::<usize>();
    let ideas = plan.actions.len() - own;
    if plan.actions.is_empty() && plan.title.is_blank() && plan.steps == Steps::default() {
        let way = shell::main_link(Route::Plan(id), texts.share_plan_back());
        return nothing(texts.share_plan_heading(), texts.share_plan_empty(), way);
    }
    let with_texts = view.state.with_words;
    let left_out = match own {
        0 => texts.share_plan_left_out_none().to_text(),
        1 => texts.share_plan_left_out_one().to_text(),
        _ => texts.share_plan_left_out(&own.to_text()),
    };
    let words = Words { subject: texts.share_plan_subject(), message: texts.share_plan_message() };
    html! {
        <article class="share">
            { heading(texts.share_plan_heading()) }
            <p class="lead">{ texts.share_plan_lead() }</p>
            <section class="carries" aria-labelledby="carries-heading">
                <h2 id="carries-heading">{ texts.share_carries_heading() }</h2>
                <ul class="bullets">
                    if plan.choice.is_some() {
                        <li>{ texts.share_plan_carries_choice() }</li>
                    }
                    <li>{ texts.share_plan_carries_ideas(&ideas.to_text()) }</li>
                    <li>{ texts.share_plan_carries_days() }</li>
                    if with_texts {
                        <li>{ texts.share_plan_carries_texts() }</li>
                    } else {
                        <li>{ left_out }</li>
                    }
                </ul>
                { tick(view, texts.share_include_texts(), Some(texts.share_include_texts_hint().clone())) }
            </section>
            if ideas == 0 && !with_texts {
                <p class="note">{ texts.share_plan_only_own() }</p>
            } else {
                { share_panel::view(
                        view,
                        write_plan(plan, if with_texts { TextsIn::Included } else { TextsIn::LeftOut }),
                        words,
                        Command::DownloadPlan(id, PlanFormat::Json),
                ) }
            }
            <p class="on-screen">{ shell::link(Route::Plan(id), texts.share_plan_back()) }</p>
        </article>
    }
}

/// There is nothing to share yet, and what to do about it.
fn nothing(words: &Text, why: &Text, way: Node) -> Node {
    html! {
        <>
            { heading(words.to_text()) }
            <p class="lead">{ why }</p>
            <div class="steps">{ way }</div>
        </>
    }
}

/// The box with which what somebody wrote goes along.
fn tick(view: &View<'_>, words: &str, hint: Option<Text>) -> Node {
    let row = Choice { hint, ..Choice::new("words", words, view.state.with_words) };
    html! {
        <div class="choices" onchange={view.on(Action::Share(ShareAction::ToggleWords))}>
            { choice::check("include", row) }
        </div>
    }
}
