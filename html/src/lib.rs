//! `html!` with the syntax of Yew's, for the elements that samenscan uses.
//!
//! Yew's own macro writes out the whole making of a node in place: some 650 bytes of WebAssembly for each element,
//! which with five hundred elements was half of the module. This one writes calls to `samenscan::ui::dom`, where a
//! node is made once for all: about a hundred bytes. There are no components in it; samenscan has only one.

mod parse;
mod write;

use proc_macro::TokenStream;

/// Makes a `yew::Html` from nodes.
///
/// - `<tag name="text" other={value} {short}>…</tag>`, `<tag … />`, `<>…</>`
/// - `{ value }`, `{ for iterator }`, `if condition { … } else { … }`
/// - `key` names a node in a list; `onclick` and its like take a `Callback`; `value` and `checked` of fields are
///   the field's state, not its first value.
#[proc_macro]
pub fn html(tokens: TokenStream) -> TokenStream {
    match syn::parse::<parse::Nodes>(tokens) {
        Ok(nodes) => write::root(&nodes).into(),
        Err(error) => error.to_compile_error().into(),
    }
}
