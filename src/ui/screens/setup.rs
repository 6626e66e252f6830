//! What precedes a scan: role, kind of school, partner, how much.

use yew::{Callback, Event, InputEvent, SubmitEvent};

use crate::app::{Action, MirrorAction, SetupProblem};
use crate::record::Library;
use crate::scan::{Label, Role, Scan, Sector, Variant};
use crate::to_text::ToText;
use crate::ui::browser::events;
use crate::ui::dom::{Node, html};
use crate::ui::parts::button;
use crate::ui::parts::choice::{self, Choice};
use crate::ui::shell::{self, heading};
use crate::ui::view::View;
use crate::wording;

const ROLE: &str = "role";
const SECTOR: &str = "school-kind";
const VARIANT: &str = "variant";
const LABEL: &str = "label";

/// The screen.
pub fn view(view: &View<'_>) -> Node {
    let texts = view.texts();
    let content = view.content();
    let draft = &view.state.draft;
    let (sector_question, think_of, label_question) = match draft.role {
        Role::School => {
            (texts.sector_question_school(), texts.think_of_company(), texts.label_question_company())
        }
        Role::Company => {
            (texts.sector_question_company(), texts.think_of_school(), texts.label_question_school())
        }
    };
    html! {
        <>
            { heading(texts.setup_heading()) }
            { problem(view) }
            { invited(view) }
            <form class="setup" onchange={choose(view)} onsubmit={begin(view)} novalidate={true}>
                <fieldset class="card">
                    <legend>{ texts.role_question() }</legend>
                    for one in [Role::Company, Role::School] {
                        {
                            let mut row = Choice::new(one.as_str(), wording::role(content, one), one == draft.role);
                            row.shape = choice::shape(one);
                            choice::view(ROLE, row)
                        }
                    }
                </fieldset>
                <fieldset class="card"
                    aria-describedby={(draft.problem == Some(SetupProblem::NoSector)).then_some(shell::PROBLEM)}>
                    <legend>{ sector_question }</legend>
                    for &one in Sector::ALL {
                        { choice::view(
                                SECTOR,
                                Choice::new(one.as_str(), wording::sector(content, one), draft.sector == Some(one)),
                        ) }
                    }
                </fieldset>
                <fieldset class="card">
                    <legend>{ texts.variant_question() }</legend>
                    for &one in Variant::ALL {
                        {
                            let count = content.statements_in(one).count().to_text();
                            let mut row = Choice::new(one.as_str(), wording::variant(content, one), draft.variant == one);
                            row.hint = Some(match one {
                                    Variant::Quick => texts.variant_quick_hint(&count),
                                    Variant::Full => texts.variant_full_hint(&count),
                                }.into());
                            choice::view(VARIANT, row)
                        }
                    }
                </fieldset>
                <div class="card">
                    <p class="think">{ think_of }</p>
                    <label for={LABEL}>{ label_question }</label>
                    <p class="hint" id="label-hint">{ texts.label_hint() }</p>
                    <input id={LABEL} name={LABEL} type="text" autocomplete="off" value={draft.label.clone()}
                        aria-describedby="label-hint" oninput={type_label(view)}
                        aria-invalid={(draft.problem == Some(SetupProblem::LabelTooLong)).then_some("true")} />
                </div>
                <button type="submit" class="button main">{ texts.begin() }</button>
            </form>
        </>
    }
}

/// That this scan answers an invitation, and what would keep it from being compared.
fn invited(view: &View<'_>) -> Node {
    let Some(invitation) = view.state.invitation() else { return Node::default() };
    let texts = view.texts();
    let draft = &view.state.draft;
    let who = match invitation.role {
        Role::School => texts.setup_invited_school(),
        Role::Company => texts.setup_invited_company(),
    };
    html! {
        <div class="note">
            <p>{ who }</p>
            if draft.role == invitation.role {
                <p>{ texts.setup_invited_same() }</p>
            } else if draft.variant != invitation.variant {
                <p>{ texts.setup_invited_variant(wording::variant(view.content(), invitation.variant)) }</p>
            }
            { button::quiet(texts.setup_decline(), "", view.on(Action::Mirror(MirrorAction::Decline))) }
        </div>
    }
}

fn problem(view: &View<'_>) -> Node {
    let texts = view.texts();
    let (sentence, field) = match view.state.draft.problem {
        None => return Node::default(),
        Some(SetupProblem::NoSector) => (texts.setup_no_sector().to_text(), SECTOR),
        Some(SetupProblem::LabelTooLong) => (texts.label_too_long(&Label::MAX.to_text()), LABEL),
        Some(SetupProblem::LibraryFull) => {
            let full = texts.setup_library_full(&Library::<Scan>::MAX.to_text());
            return html! {
                <div id={shell::PROBLEM} class="note attention" tabindex="-1"><p>{ full }</p></div>
            };
        }
    };
    let command = view.command.clone();
    let go = Callback::from(move |event: yew::MouseEvent| {
        event.prevent_default();
        command.emit(crate::ui::Command::Focus(field.into()));
    });
    html! {
        <div id={shell::PROBLEM} class="note attention" tabindex="-1">
            <p><a href={["#", field].concat()} onclick={go}>{ sentence }</a></p>
        </div>
    }
}

fn choose(view: &View<'_>) -> Callback<Event> {
    let act = view.act.clone();
    Callback::from(move |event: Event| {
        let Some((name, value)) = events::name_and_value(&event) else { return };
        let action = match &*name {
            ROLE => Role::from_name(&value).map(Action::ChooseRole),
            SECTOR => Sector::from_name(&value).map(Action::ChooseSector),
            VARIANT => Variant::from_name(&value).map(Action::ChooseVariant),
            _ => None,
        };
        if let Some(action) = action {
            act.emit(action.into());
        }
    })
}

fn type_label(view: &View<'_>) -> Callback<InputEvent> {
    let act = view.act.clone();
    Callback::from(move |event: InputEvent| act.emit(Action::TypeLabel(events::value(&event)).into()))
}

fn begin(view: &View<'_>) -> Callback<SubmitEvent> {
    let act = view.act.clone();
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        act.emit(Action::Begin.into());
    })
}
