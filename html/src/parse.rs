//! What stands inside `html!`.

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Expr, Ident, LitStr, Pat, Result, Token, braced};

/// Nodes in a row.
pub struct Nodes(pub Vec<Node>);

/// One node.
pub enum Node {
    /// An element.
    Element(Element),
    /// Nodes without an element around them.
    Fragment(Nodes),
    /// A value that becomes a node.
    Value(TokenStream),
    /// As many nodes as there are items.
    Each(Each),
    /// Nodes under a condition.
    If(Condition),
}

/// Nodes for each item.
pub struct Each {
    /// The items.
    pub items: Expr,
    /// `for pattern in items { nodes }`: what an item is called, and the nodes for it. In `{ for items }` the items are
    /// nodes themselves.
    pub shown: Option<(Pat, Nodes)>,
}

/// `if … { … } else …`
pub struct Condition {
    /// What must be so; `let` is fine.
    pub condition: Expr,
    /// The nodes if it is.
    pub then: Nodes,
    /// What there is if it is not.
    pub otherwise: Option<Box<Otherwise>>,
}

/// What follows `else`.
pub enum Otherwise {
    /// Another condition.
    If(Condition),
    /// Nodes.
    Nodes(Nodes),
}

/// An element.
pub struct Element {
    /// Its tag.
    pub tag: String,
    /// Its attributes, in the order in which they stand.
    pub attributes: Vec<Attribute>,
    /// What is inside.
    pub children: Nodes,
}

/// An attribute.
pub struct Attribute {
    /// Its name.
    pub name: String,
    /// Where the name stands, for messages.
    pub place: Ident,
    /// Its value.
    pub value: Value,
}

/// The value of an attribute.
pub enum Value {
    /// A text that is always the same.
    Text(LitStr),
    /// Something in braces.
    Tokens(TokenStream),
}

impl Parse for Nodes {
    fn parse(input: ParseStream) -> Result<Nodes> {
        let mut nodes = Vec::new();
        while !(input.is_empty() || input.peek(Token![<]) && input.peek2(Token![/])) {
            nodes.push(input.parse()?);
        }
        Ok(Nodes(nodes))
    }
}

impl Parse for Node {
    fn parse(input: ParseStream) -> Result<Node> {
        if input.peek(Token![if]) {
            return Ok(Node::If(input.parse()?));
        }
        if input.peek(Token![for]) {
            input.parse::<Token![for]>()?;
            let pattern = Pat::parse_multi(input)?;
            input.parse::<Token![in]>()?;
            let items = Expr::parse_without_eager_brace(input)?;
            return Ok(Node::Each(Each { items, shown: Some((pattern, nodes_in_braces(input)?)) }));
        }
        if input.peek(LitStr) {
            let text: LitStr = input.parse()?;
            return Ok(Node::Value(quote::quote!(#text)));
        }
        if input.peek(syn::token::Brace) {
            let content;
            braced!(content in input);
            if content.peek(Token![for]) && !content.peek2(syn::token::Brace) {
                content.parse::<Token![for]>()?;
                return Ok(Node::Each(Each { items: content.parse()?, shown: None }));
            }
            return Ok(Node::Value(content.parse()?));
        }
        input.parse::<Token![<]>()?;
        if input.parse::<Option<Token![>]>>()?.is_some() {
            let children = input.parse()?;
            close(input, None)?;
            return Ok(Node::Fragment(children));
        }
        Ok(Node::Element(element(input)?))
    }
}

impl Parse for Condition {
    fn parse(input: ParseStream) -> Result<Condition> {
        input.parse::<Token![if]>()?;
        let condition = Expr::parse_without_eager_brace(input)?;
        let then = nodes_in_braces(input)?;
        let otherwise = if input.parse::<Option<Token![else]>>()?.is_some() {
            Some(Box::new(if input.peek(Token![if]) {
                Otherwise::If(input.parse()?)
            } else {
                Otherwise::Nodes(nodes_in_braces(input)?)
            }))
        } else {
            None
        };
        Ok(Condition { condition, then, otherwise })
    }
}

fn nodes_in_braces(input: ParseStream) -> Result<Nodes> {
    let content;
    braced!(content in input);
    content.parse()
}

fn element(input: ParseStream) -> Result<Element> {
    let name = input.call(Ident::parse_any)?;
    let tag = name.to_string();
    let mut attributes = Vec::new();
    loop {
        if input.parse::<Option<Token![/]>>()?.is_some() {
            input.parse::<Token![>]>()?;
            return Ok(Element { tag, attributes, children: Nodes(Vec::new()) });
        }
        if input.parse::<Option<Token![>]>>()?.is_some() {
            break;
        }
        attributes.push(input.parse()?);
    }
    let children = input.parse()?;
    close(input, Some(&name))?;
    Ok(Element { tag, attributes, children })
}

fn close(input: ParseStream, opened: Option<&Ident>) -> Result<()> {
    input.parse::<Token![<]>()?;
    input.parse::<Token![/]>()?;
    if let Some(opened) = opened {
        let closed = input.call(Ident::parse_any)?;
        if closed != *opened {
            return Err(syn::Error::new(
                closed.span(),
                format!("this closes <{closed}>, but <{opened}> is open"),
            ));
        }
    }
    input.parse::<Token![>]>()?;
    Ok(())
}

impl Parse for Attribute {
    fn parse(input: ParseStream) -> Result<Attribute> {
        if input.peek(syn::token::Brace) {
            let content;
            braced!(content in input);
            let place: Ident = content.parse()?;
            return Ok(Attribute {
                name: place.to_string(),
                value: Value::Tokens(quote::quote!(#place)),
                place,
            });
        }
        let place = input.call(Ident::parse_any)?;
        let mut name = place.unraw().to_string();
        while input.parse::<Option<Token![-]>>()?.is_some() {
            name.push('-');
            name.push_str(&input.call(Ident::parse_any)?.to_string());
        }
        input.parse::<Token![=]>()?;
        let value = if input.peek(LitStr) {
            Value::Text(input.parse()?)
        } else {
            let content;
            braced!(content in input);
            Value::Tokens(content.parse()?)
        };
        Ok(Attribute { name, place, value })
    }
}
