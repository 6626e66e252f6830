//! The agenda for the talk: at most three topics, why, and the advice for each side.

use crate::app::Addition;
use crate::content::{Audience, Text};
use crate::scan::compare::{Mirror, Topic, TopicAdvice, WhyTopic};
use crate::scan::{Pair, Role};
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::parts::{plan_button, two_sides};
use crate::ui::view::View;
use crate::wording;

/// The section.
pub fn view(view: &View<'_>, pair: &Pair, mirror: &Mirror) -> Node {
    let texts = view.texts();
    let topics = mirror.agenda(view.content());
    html! {
        <section class="agenda" aria-labelledby="agenda-heading">
            <h2 id="agenda-heading">{ texts.agenda_heading() }</h2>
            if topics.is_empty() {
                <p>{ texts.agenda_none() }</p>
            } else {
                <p>{ texts.agenda_lead() }</p>
                <ol class="priorities topics">
                    for one in topics.iter() {
                        { topic(view, pair, one) }
                    }
                </ol>
                <p class="hint">{ texts.agenda_rule() }</p>
            }
            if topics.len() > 1 {
                { into_plan(view, pair, &topics, texts.agenda_add_all(), texts.agenda_heading()) }
            }
        </section>
    }
}

fn topic(view: &View<'_>, pair: &Pair, topic: &Topic) -> Node {
    let (texts, content) = (view.texts(), view.content());
    let Some(statement) = content.statement(topic.statement) else { return Node::default() };
    html! {
        <li key={statement.id.as_str()} class="card">
            <p class="of-level">{ wording::level(content, statement.level) }</p>
            <h3>{ &statement.label }</h3>
            <p class="why-topic">{ why(view, topic.why) }</p>
            { two_sides::view(view, pair, statement) }
            for one in topic.advice.iter() {
                { advice(view, pair, one) }
            }
            { into_plan(view, pair, std::slice::from_ref(topic), texts.agenda_add(), &statement.label) }
            <p class="on-paper agreed">{ texts.topic_agreed() }</p>
        </li>
    }
}

fn why(view: &View<'_>, why: WhyTopic) -> String {
    let texts = view.texts();
    match why {
        WhyTopic::SeenDifferently(gap) => texts.topic_differently(&gap.difference().to_text()),
        WhyTopic::BothLow(_) => texts.topic_both_low().to_text(),
        WhyTopic::OneDoesNotKnow(Role::School, score) => texts.topic_unknown_school(&score.get().to_text()),
        WhyTopic::OneDoesNotKnow(Role::Company, score) => texts.topic_unknown_company(&score.get().to_text()),
        WhyTopic::LowOnItself(sides) => match (sides.school.is_low(), sides.company.is_low()) {
            (true, false) => texts.topic_low_school(),
            (false, true) => texts.topic_low_company(),
            _ => texts.topic_low_both(),
        }
        .to_text(),
    }
}

fn advice(view: &View<'_>, pair: &Pair, one: &TopicAdvice) -> Node {
    let (texts, content) = (view.texts(), view.content());
    let (heading, role) = match one.audience {
        Audience::Both => (texts.topic_for_both(), Role::School),
        Audience::School => (texts.topic_for_school(), Role::School),
        Audience::Company => (texts.topic_for_company(), Role::Company),
    };
    let Some(found) = content.advice(&one.advice) else { return Node::default() };
    html! {
        <div key={&one.advice} class="advice">
            <h4>{ heading }</h4>
            <p>{ wording::advice(content, found, pair.get(role).sector) }</p>
            <p class="source">{ texts.source_label(&wording::citations(content, &found.sources)) }</p>
        </div>
    }
}

fn into_plan(view: &View<'_>, pair: &Pair, topics: &[Topic], words: &Text, about: &str) -> Node {
    let ids: Vec<&str> = topics.iter().flat_map(|topic| &topic.advice).map(|one| &*one.advice).collect();
    let statements = std::array::from_fn(|at| topics.get(at).map(|topic| topic.statement));
    let addition = Addition::Topics(pair.school().sector, statements);
    plan_button::several(view, &ids, words, about, addition)
}
