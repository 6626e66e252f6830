//! The Yew interface.

#[cfg(feature = "prerender")]
pub mod prerender;

use wasm_bindgen::prelude::wasm_bindgen;
use yew::{Html, function_component, html};

/// Starts the application with the content of one language.
#[wasm_bindgen]
pub fn start(content: &str) {
    let Ok(content) = serde_json::from_str::<crate::content::Content>(content) else { return };
    let Some(root) = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("samenscan"))
    else {
        return;
    };
    root.replace_children_with_node_0();
    yew::Renderer::<App>::with_root_and_props(root, AppProps { heading: content.texts.app_tagline() })
        .render();
}

#[derive(PartialEq, yew::Properties)]
struct AppProps {
    heading: std::rc::Rc<str>,
}

#[function_component]
fn App(props: &AppProps) -> Html {
    html! { <main><h1>{ props.heading.clone() }</h1></main> }
}
