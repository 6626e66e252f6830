//! Which results count.

use yew::{Callback, Event};

use crate::content::Text;
use crate::gather::Gathered;
use crate::scan::group::Filter;
use crate::scan::{Role, Sector};
use crate::to_text::ToText;
use crate::ui::browser::events;
use crate::ui::dom::{Node, html};
use crate::ui::grouping::GroupCommand;
use crate::ui::parts::choice::{self, Choice};
use crate::ui::view::{Command, View};
use crate::wording;

const ROLE: &str = "group-role";
const SECTOR: &str = "group-school-kind";
const DUPLICATES: &str = "group-duplicates";
const ALL: &str = "all";

/// The choices, folded under what is chosen, which paper tells too.
pub fn view(view: &View<'_>, gathered: &Gathered) -> Node {
    let texts = view.texts();
    let content = view.content();
    let Filter { role, sector, with_duplicates } = view.state.group.filter;
    let duplicates = gathered.group.duplicates();
    let all = |chosen| Choice::new(ALL, texts.group_filter_all(), chosen);
    html! {
        <details onchange={choose(view)}>
            <summary>
                <span>
                    { texts.group_filter() }
                    <span class="hint">
                        { role.map_or(texts.group_filter_all(), |role| parties(view, role)) }
                        if let Some(sector) = sector {
                            { " · " }{ wording::sector(content, sector) }
                        }
                    </span>
                </span>
            </summary>
            <div class="choosing on-screen">
            <fieldset class="card">
                <legend>{ texts.group_filter_role() }</legend>
                { choice::view(ROLE, all(role.is_none())) }
                for &one in Role::ALL {
                    {
                        let mut row = Choice::new(one.as_str(), parties(view, one), role == Some(one));
                        row.shape = choice::shape(one);
                        choice::view(ROLE, row)
                    }
                }
            </fieldset>
            <fieldset class="card">
                <legend>{ texts.group_filter_sector() }</legend>
                { choice::view(SECTOR, all(sector.is_none())) }
                for &one in Sector::ALL {
                    { choice::view(
                            SECTOR,
                            Choice::new(one.as_str(), wording::sector(content, one), sector == Some(one)),
                    ) }
                }
            </fieldset>
            if duplicates > 0 {
                { choice::check(DUPLICATES, Choice::new(
                            ALL,
                            &texts.group_filter_duplicates(&duplicates.to_text()),
                            with_duplicates,
                )) }
            }
            </div>
        </details>
    }
}

/// What the parties of one side are called.
pub fn parties<'a>(view: &View<'a>, role: Role) -> &'a Text {
    match role {
        Role::School => view.texts().group_schools(),
        Role::Company => view.texts().group_companies(),
    }
}

fn choose(view: &View<'_>) -> Callback<Event> {
    let command = view.command.clone();
    let now = view.state.group.filter;
    Callback::from(move |event: Event| {
        let Some((name, value)) = events::name_and_value(&event) else { return };
        let filter = match &*name {
            ROLE => Filter { role: Role::from_name(&value), ..now },
            SECTOR => Filter { sector: Sector::from_name(&value), ..now },
            DUPLICATES => Filter { with_duplicates: !now.with_duplicates, ..now },
            _ => return,
        };
        command.emit(Command::Group(GroupCommand::Choose(filter)));
    })
}
