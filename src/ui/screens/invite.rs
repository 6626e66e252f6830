//! Asking the other side to fill in the scan too.

use crate::app::{Route, orders};
use crate::link;
use crate::record::ScanId;
use crate::scan::{Role, Scan};
use crate::ui::dom::{Node, html};
use crate::ui::parts::share_panel::{self, Words};
use crate::ui::shell::{self, heading};
use crate::ui::view::{Command, Format, View};
use crate::wording;

/// The screen.
pub fn view(view: &View<'_>, id: ScanId, scan: &Scan) -> Node {
    let texts = view.texts();
    let fragment = link::write_invitation(scan, &orders(view.content()));
    let words = Words { subject: texts.invite_subject(), message: texts.invite_message() };
    let who = match scan.role {
        Role::School => texts.invite_sees_school(),
        Role::Company => texts.invite_sees_company(),
    };
    let next = view.state.progress(scan).next;
    html! {
        <article class="invite">
            <p class="step">{ wording::scan_name(view.content(), scan) }</p>
            { heading(texts.invite_heading()) }
            <p class="lead">{ texts.invite_lead() }</p>
            { next.map(|level| html! {
                        <div class="note">
                            <p>{ texts.invite_open() }</p>
                            <div class="steps">{ shell::link(Route::Level(id, level), texts.answer_more()) }</div>
                        </div>
            }) }
            <p>{ texts.invite_carries() }</p>
            { share_panel::view(view, fragment, words, Command::Download(id, Format::Json)) }
            <section aria-labelledby="sees-heading">
                <h2 id="sees-heading">{ texts.invite_sees_heading() }</h2>
                <ul class="bullets">
                    <li>{ who }</li>
                    <li>{ texts.invite_sees_blind() }</li>
                </ul>
            </section>
            <section aria-labelledby="back-heading">
                <h2 id="back-heading">{ texts.invite_back_heading() }</h2>
                <p>
                    { if view.state.storage.keeps() { texts.invite_back() } else { texts.invite_back_anywhere() } }
                </p>
                <div class="steps">
                    { shell::link(Route::Link, texts.link_heading()) }
                    { shell::link(Route::Result(id), texts.back_to_result()) }
                </div>
            </section>
        </article>
    }
}
