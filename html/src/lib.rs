//! `html!` with the syntax of Yew's, for the elements that samenscan uses.
//!
//! Yew's own macro writes out the whole making of a node in place: some 650 bytes of WebAssembly for each element,
//! which with five hundred elements was half of the module. This one takes apart what is fixed and what is not: the
//! fixed part of one `html!` is a single string, and the code only fills the holes in it, by calls to
//! `samenscan::ui::dom`. There are no components in it; samenscan has only one.

mod parse;
mod write;

use proc_macro::TokenStream;

/// Makes a `samenscan::ui::dom::Node` from nodes.
///
/// - `<tag name="text" other={value} {short}>…</tag>`, `<tag … />`, `<>…</>`
/// - `{ value }`, `{ for iterator }`, `for item in items { … }`, `if condition { … } else { … }`
/// - `key` names a node in a list; `onclick` and its like take a `Callback`; `value` and `checked` of fields are
///   the field's state, not its first value.
/// - `?` and `return` do not compile in it: they would leave a template half filled.
#[proc_macro]
pub fn html(tokens: TokenStream) -> TokenStream {
    match syn::parse::<parse::Nodes>(tokens) {
        Ok(nodes) => write::root(&nodes).into(),
        Err(error) => error.to_compile_error().into(),
    }
}
