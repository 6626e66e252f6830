//! Somebody else's result or plan: to look at, and to keep if one likes.

use super::paste;
use crate::app::{Action, BothHere, MirrorAction, Route, ShareAction};
use crate::content::Text;
use crate::link::{TextsIn, write_plan};
use crate::plan::Plan;
use crate::scan::{Pair, Role, Scan};
use crate::ui::dom::{Node, html};
use crate::ui::parts::{button, paper_link};
use crate::ui::screens::{plan as plan_screen, stepper};
use crate::ui::shell::{self, heading};
use crate::ui::view::{Command, View};
use crate::wording;

/// Whose result this is, and what one can do with it.
pub fn note(view: &View<'_>, scan: &Scan) -> Node {
    let texts = view.texts();
    match view.state.kept_result(scan) {
        Some(id) => here(view, texts.preview_here(), Route::Result(id), texts.preview_show()),
        None => not_here(view, texts.preview_note(), keep(view, texts.preview_keep())),
    }
}

/// Where both sides are kept, and the way to keep them. Which side is one's own is asked, unless this browser tells.
pub fn both(view: &View<'_>, pair: &Pair) -> Node {
    let texts = view.texts();
    let keep_as = |own| view.on(Action::Mirror(MirrorAction::KeepBoth(own)));
    match view.state.both_here(pair) {
        BothHere::Kept(id) => here(view, texts.both_here(), Route::Mirror(id), texts.preview_show()),
        BothHere::Own(role) => {
            not_here(view, texts.both_note(), button::main(texts.keep_both(), keep_as(role)))
        }
        BothHere::NeitherOrEither => {
            let ways = html! {
                <>
                    { button::plain(texts.keep_both_as_company(), keep_as(Role::Company)) }
                    { button::plain(texts.keep_both_as_school(), keep_as(Role::School)) }
                </>
            };
            not_here(view, texts.both_note_whose(), ways)
        }
    }
}

/// What one can do after reading; `print` says what is printed.
pub fn next(view: &View<'_>, print: &Text) -> Node {
    let texts = view.texts();
    html! {
        <section class="next" aria-labelledby="next-heading">
            <h2 id="next-heading">{ texts.next_heading() }</h2>
            <div class="steps">
                { button::plain(print, view.ask(Command::Print)) }
                { shell::link(Route::Start, texts.to_start()) }
            </div>
            <details>
                <summary>{ texts.link_another() }</summary>
                { paste(view) }
            </details>
        </section>
    }
}

/// The screen of a plan.
pub fn plan(view: &View<'_>, carried: &Plan, with: TextsIn) -> Node {
    let (Some(stepper), Some(plan)) = (view.state.stepper(), view.state.with_texts(carried)) else {
        return stepper::waiting(view);
    };
    let texts = view.texts();
    let on_paper = match with {
        TextsIn::Included => texts.paper_whole_plan_link(),
        TextsIn::LeftOut => texts.paper_plan_link(),
    };
    html! {
        <article class="plan">
            <p class="step">{ texts.plan_begun(&wording::date(view.content(), plan.created_on.date())) }</p>
            { heading(plan_screen::title(view, &plan)) }
            { match view.state.kept_plan(carried, with) {
                    Some(id) => here(view, texts.preview_plan_here(), Route::Plan(id), texts.preview_show_plan()),
                    None => not_here(view, texts.preview_plan_note(), keep(view, texts.preview_keep_plan())),
            } }
            if with == TextsIn::LeftOut {
                <p>{ texts.preview_plan_without_texts() }</p>
            }
            { plan_screen::paper::whole(view, stepper, &plan) }
            { paper_link::view(view, write_plan(carried, with), on_paper) }
            { next(view, texts.print_plan()) }
        </article>
    }
}

fn here(view: &View<'_>, words: &Text, route: Route, show: &Text) -> Node {
    html! {
        <div class="note preview">
            <p>{ words }</p>
            <div class="steps">
                { shell::main_link(route, show) }
                { button::plain(view.texts().close(), view.on(Action::Share(ShareAction::Close))) }
            </div>
        </div>
    }
}

fn not_here(view: &View<'_>, words: &Text, keep: Node) -> Node {
    html! {
        <div class="note preview">
            <p>{ words }</p>
            <div class="steps">
                { keep }
                { button::plain(view.texts().preview_close(), view.on(Action::Share(ShareAction::Close))) }
            </div>
        </div>
    }
}

fn keep(view: &View<'_>, words: &Text) -> Node {
    button::main(words, view.on(Action::Share(ShareAction::Keep)))
}
