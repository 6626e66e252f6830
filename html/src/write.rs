//! The Rust that `html!` stands for: a template, and a call of `samenscan::ui::dom` for each hole in it.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{Block, ExprClosure, ExprReturn, ExprTry, LitStr};

use crate::parse::{Attribute, Condition, Each, Element, Node, Nodes, Otherwise, Value};

// As in `samenscan::ui::dom::template`.
const OPEN: char = '\u{1}';
const NAME: char = '\u{2}';
const VALUE: char = '\u{3}';
const HOLE: char = '\u{4}';
const CLOSE: char = '\u{5}';
const TEXT: char = '\u{6}';

/// The whole: one node as it is, none or several as a list.
pub fn root(nodes: &Nodes) -> TokenStream {
    let begun = begun(nodes);
    quote!({ #begun crate::ui::dom::finish() })
}

/// Begins a template and fills its holes.
fn begun(nodes: &Nodes) -> TokenStream {
    let mut template = Template::default();
    template.nodes(nodes);
    let Template { text, filled } = template;
    quote!(
        static TEMPLATE: crate::ui::dom::Template = crate::ui::dom::Template::new(#text);
        crate::ui::dom::begin(&TEMPLATE);
        #(#filled)*
    )
}

/// What fills a hole with nodes.
fn inside(nodes: &Nodes) -> TokenStream {
    if nodes.0.is_empty() {
        return quote!(crate::ui::dom::nothing(););
    }
    let begun = begun(nodes);
    quote!(#begun crate::ui::dom::end();)
}

#[derive(Default)]
struct Template {
    /// The fixed part.
    text: String,
    /// What fills the holes, in their order.
    filled: Vec<TokenStream>,
}

impl Template {
    fn hole(&mut self, filled: TokenStream) {
        self.text.push(HOLE);
        self.filled.push(filled);
    }

    fn nodes(&mut self, nodes: &Nodes) {
        nodes.0.iter().for_each(|one| self.node(one));
    }

    fn node(&mut self, shown: &Node) {
        match shown {
            Node::Element(shown) => self.element(shown),
            Node::Fragment(nodes) => self.nodes(nodes),
            Node::Value(value) => match syn::parse2::<LitStr>(value.clone()) {
                Ok(text) => {
                    self.text.push(TEXT);
                    self.text.push_str(&text.value());
                }
                Err(_) => self.hole(filling("child", value)),
            },
            Node::Each(each) => self.hole(each_of(each)),
            Node::If(shown) => self.hole(condition(shown)),
        }
    }

    fn element(&mut self, shown: &Element) {
        let Element { tag, attributes, children } = shown;
        let is_field = matches!(tag.as_str(), "input" | "textarea");
        let is_state = |one: &Attribute| is_field && matches!(one.name.as_str(), "value" | "checked");
        let is_special = |one: &Attribute| one.name == "key" || one.name.starts_with("on") || is_state(one);
        self.text.push(OPEN);
        self.text.push_str(tag);
        let (special, plain): (Vec<&Attribute>, Vec<&Attribute>) =
            attributes.iter().partition(|one| is_special(one));
        let mut filled = Vec::new();
        for Attribute { name, value, .. } in plain {
            self.text.push(NAME);
            self.text.push_str(name);
            match value {
                Value::Text(text) => {
                    self.text.push(VALUE);
                    self.text.push_str(&text.value());
                }
                Value::Tokens(tokens) => filled.push(filling("attribute", tokens)),
            }
        }
        for one in special {
            let value = match &one.value {
                Value::Text(text) => quote!(#text),
                Value::Tokens(tokens) => tokens.clone(),
            };
            filled.push(match one.name.as_str() {
                name @ ("key" | "value" | "checked") => filling(name, &value),
                event => {
                    let event = format_ident!("{}", event, span = one.place.span());
                    let listener = quote!(::std::rc::Rc::new(::yew::html::#event::Wrapper::new({ #value })));
                    filling("listen", &listener)
                }
            });
        }
        filled.into_iter().for_each(|one| self.hole(one));
        self.nodes(children);
        self.text.push(CLOSE);
    }
}

/// Fills a hole with as many nodes as there are.
fn each_of(shown: &Each) -> TokenStream {
    let Each { items, shown } = shown;
    let (pattern, inside) = match shown {
        None => (quote!(item), quote!(crate::ui::dom::child(item);)),
        Some((pattern, nodes)) => (quote!(#pattern), inside(nodes)),
    };
    let stays = staying(&quote!(#items));
    quote!(
        #stays
        crate::ui::dom::begin_list();
        for #pattern in #items { #inside }
        crate::ui::dom::end_list();
    )
}

/// Fills a hole with nodes under a condition.
fn condition(shown: &Condition) -> TokenStream {
    let Condition { condition: what, then, otherwise } = shown;
    let then = inside(then);
    let otherwise = match otherwise.as_deref() {
        None => quote!(crate::ui::dom::nothing();),
        Some(Otherwise::If(shown)) => condition(shown),
        Some(Otherwise::Nodes(nodes)) => inside(nodes),
    };
    let stays = staying(&quote!(#what));
    quote!(#stays if #what { #then } else { #otherwise })
}

/// A call that fills a hole with a value.
fn filling(what: &str, value: &TokenStream) -> TokenStream {
    let stays = staying(value);
    let what = format_ident!("{}", what);
    quote!(#stays crate::ui::dom::#what({ #value });)
}

/// Nothing, or what keeps the code from compiling: leaving in the middle would leave a template begun.
fn staying(value: &TokenStream) -> Option<TokenStream> {
    let value = syn::parse2::<Block>(quote!({ #value })).ok()?;
    let mut ways_out = WaysOut(None);
    ways_out.visit_block(&value);
    let place = ways_out.0?;
    Some(syn::Error::new(place, "leave before `html!` begins, not in the middle of it").to_compile_error())
}

/// Where a value leaves the function, if it does.
struct WaysOut(Option<Span>);

impl Visit<'_> for WaysOut {
    fn visit_expr_try(&mut self, found: &ExprTry) {
        self.0 = Some(found.question_token.span());
    }

    fn visit_expr_return(&mut self, found: &ExprReturn) {
        self.0 = Some(found.return_token.span());
    }

    fn visit_expr_closure(&mut self, _: &ExprClosure) {
        // What leaves here leaves only the closure.
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(markup: &str) -> String {
        root(&syn::parse_str(markup).expect("markup")).to_string()
    }

    #[test]
    fn what_is_fixed_is_one_string() {
        let fixed = written("<p class=\"note\"><b id={id}>{ words }</b><br /></p>");
        let template = "\\u{1}p\\u{2}class\\u{3}note\\u{1}b\\u{2}id\\u{4}\\u{4}\\u{5}\\u{1}br\\u{5}\\u{5}";
        assert!(fixed.contains(&format!("\"{template}\"")), "{fixed}");
        assert_eq!(fixed.matches("static TEMPLATE").count(), 1, "{fixed}");
    }

    #[test]
    fn leaving_in_the_middle_does_not_compile() {
        for bad in [
            "<p>{ name? }</p>",
            "<p id={ find()? } />",
            "<p>{ if late { return nothing } else { now } }</p>",
            "<ul>for one in all? { <li /> }</ul>",
            "<p>if it.is_there()? { <b /> }</p>",
        ] {
            assert!(written(bad).contains("compile_error"), "{bad}");
        }
        for good in
            ["<p>{ names.find(|name| Some(name.get()? == 1)) }</p>", "<p>{ if late { a } else { b } }</p>"]
        {
            assert!(!written(good).contains("compile_error"), "{good}");
        }
    }
}
