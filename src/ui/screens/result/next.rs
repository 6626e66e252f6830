//! What one can do with a result.

use crate::app::{Action, Route};
use crate::export;
use crate::record::ScanId;
use crate::scan::{Scan, Variant};
use crate::ui::dom::{Node, html};
use crate::ui::parts::{as_text, button};
use crate::ui::shell;
use crate::ui::view::{Command, Format, View};
use crate::wording;

/// The way to the other side: to invite it, or to see both.
fn together(view: &View<'_>, id: ScanId) -> Node {
    let texts = view.texts();
    let has_partner = view.state.store.partners.get(id).is_some();
    html! {
        <>
            <h3>{ texts.mirror_title() }</h3>
            <div class="steps">
                if has_partner {
                    { shell::main_link(Route::Mirror(id), texts.show_mirror()) }
                }
                { shell::link(Route::Invite(id), texts.invite_heading()) }
            </div>
            if !has_partner {
                <p>{ texts.invite_hint() }</p>
            }
        </>
    }
}

/// What changed since another time, if there was one.
fn times(view: &View<'_>, id: ScanId) -> Node {
    let texts = view.texts();
    let Some(first) = view.state.other_times(id).first().copied() else { return Node::default() };
    html! {
        <>
            <h3>{ texts.again_title() }</h3>
            <p>
                { texts.again_with(
                        &wording::scan_name(view.content(), &first.value),
                        &wording::date(view.content(), first.value.changed_on),
                ) }
            </p>
            <div class="steps">{ shell::link(Route::Again(first.id, id), texts.again_show()) }</div>
        </>
    }
}

/// The section at the end of the result.
pub fn view(view: &View<'_>, id: ScanId, scan: &Scan) -> Node {
    let texts = view.texts();
    let file = |words, format| button::plain(words, view.ask(Command::Download(id, format)));
    html! {
        <section class="next" aria-labelledby="next-heading">
            <h2 id="next-heading">{ texts.next_heading() }</h2>
            <div class="steps">
                if scan.variant == Variant::Quick {
                    { button::main(texts.extend(), view.on(Action::Extend(id))) }
                }
                { button::plain(texts.print(), view.ask(Command::Print)) }
                { shell::link(Route::Share(id), texts.share_heading()) }
                { shell::link(Route::Check(id), texts.change_answers()) }
                { button::plain(texts.repeat(), view.on(Action::Repeat(id))) }
            </div>
            <p>{ texts.repeat_hint() }</p>
            if scan.variant == Variant::Quick {
                <p class="hint">{ texts.extend_hint() }</p>
            }
            { together(view, id) }
            { times(view, id) }
            <h3>{ texts.take_along_heading() }</h3>
            <p>{ texts.take_along_lead() }</p>
            <dl class="files">
                <div><dt>{ file(texts.save_as_file(), Format::Json) }</dt><dd>{ texts.save_as_file_hint() }</dd></div>
                <div><dt>{ file(texts.save_spreadsheet(), Format::Spreadsheet) }</dt><dd>{ texts.save_spreadsheet_hint() }</dd></div>
                <div><dt>{ file(texts.save_plain_csv(), Format::PlainCsv) }</dt><dd>{ texts.save_plain_csv_hint() }</dd></div>
                <div><dt>{ file(texts.save_png(), Format::Png) }</dt><dd>{ texts.save_png_hint() }</dd></div>
                <div><dt>{ file(texts.save_svg(), Format::Svg) }</dt><dd>{ texts.save_svg_hint() }</dd></div>
            </dl>
            { as_text::view(
                    view,
                    texts.as_text(),
                    export::text::result(scan, view.content()),
                    Command::CopyText(id),
            ) }
        </section>
    }
}
