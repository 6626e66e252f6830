//! The symbols of one or two scans.

use super::frame::finish;
use super::header::{self, Header, NoHeader};
use super::plan::read_plan;
use super::symbols::{CHECK_SYMBOLS, Reader, Symbol, Writer, symbols_for};
use super::{Fragment, Kind, Link, ReadError, WriteError, text};
use crate::scan::{Label, Pair, Scan, StatementOrder, StatementOrders, Variant, packed};

/// Whether the label goes along; only if the sender ticks so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelIn {
    /// Without the label.
    LeftOut,
    /// With the label.
    Included,
}

/// A link that shows this scan. Answers to statements that the scan does not ask stay behind.
///
/// # Errors
/// See [`WriteError`].
pub fn write_result(scan: &Scan, label: LabelIn, orders: &StatementOrders) -> Result<Fragment, WriteError> {
    let mut writer = Writer::default();
    write_scan(scan, orders, &mut writer)?;
    match label {
        LabelIn::Included if !scan.label.is_empty() => {
            text::write(scan.label.as_str(), &mut writer);
            writer.length();
        }
        LabelIn::LeftOut | LabelIn::Included => {}
    }
    finish(Kind::Result, &writer)
}

/// A link that asks the partner to fill in the scan too and then shows both. It never carries the label.
///
/// # Errors
/// See [`WriteError`].
pub fn write_invitation(scan: &Scan, orders: &StatementOrders) -> Result<Fragment, WriteError> {
    let mut writer = Writer::default();
    write_scan(scan, orders, &mut writer)?;
    finish(Kind::Invitation, &writer)
}

/// A link that shows both sides. It never carries the labels.
///
/// # Errors
/// See [`WriteError`].
pub fn write_both(pair: &Pair, orders: &StatementOrders) -> Result<Fragment, WriteError> {
    let mut writer = Writer::default();
    write_scan(pair.school(), orders, &mut writer)?;
    write_scan(pair.company(), orders, &mut writer)?;
    finish(Kind::Both, &writer)
}

fn write_scan(scan: &Scan, orders: &StatementOrders, writer: &mut Writer) -> Result<(), WriteError> {
    let version = scan.content_version;
    let order = orders.get(version).ok_or(WriteError::UnknownContentVersion(version))?;
    Header::of(scan).write(writer)?;
    let answers = packed::pack(order.asked_in(scan.variant), &scan.answers);
    writer.number(answers, answer_symbols(order, scan.variant));
    Ok(())
}

/// Reads symbols whose check holds, the check symbols included.
pub(super) fn read_body(kind: Kind, symbols: &[Symbol], orders: &StatementOrders) -> Result<Link, ReadError> {
    let body = symbols.len().checked_sub(CHECK_SYMBOLS).and_then(|length| symbols.get(..length));
    let mut reader = Reader::new(body.ok_or(ReadError::Damaged)?);
    let link = match kind {
        Kind::Plan => return read_plan(symbols),
        Kind::Result => {
            let scan = read_scan(&mut reader, orders)?;
            let label = if reader.is_empty() { Some(Label::default()) } else { read_label(&mut reader) };
            Link::Result(Scan { label: label.ok_or(ReadError::Damaged)?, ..scan })
        }
        Kind::Invitation => Link::Invitation(read_scan(&mut reader, orders)?),
        Kind::Both => {
            let (one, other) = (read_scan(&mut reader, orders)?, read_scan(&mut reader, orders)?);
            Link::Both(Pair::of(one, other).map_err(|_| ReadError::Damaged)?)
        }
    };
    if reader.is_empty() { Ok(link) } else { Err(ReadError::Damaged) }
}

fn read_label(reader: &mut Reader<'_>) -> Option<Label> {
    reader.length_holds().then_some(())?;
    let label = text::read(reader).and_then(|text| Label::new(&text).ok());
    label.filter(|label| !label.is_empty())
}

fn read_scan(reader: &mut Reader<'_>, orders: &StatementOrders) -> Result<Scan, ReadError> {
    let header = Header::read(reader).map_err(|problem| match problem {
        NoHeader::Damaged => ReadError::Damaged,
        // A newer page may know more kinds of school and scan without a change in the format.
        NoHeader::Newer => ReadError::Newer,
    })?;
    let Header { role, sector, variant, content_version, date } = header;
    let order = orders.get(content_version).ok_or(ReadError::OtherContentVersion(header))?;
    let answers = reader.number(answer_symbols(order, variant)).ok_or(ReadError::Damaged)?;
    if answers.checked_shr(answer_bits(order, variant)).unwrap_or(0) != 0 {
        return Err(ReadError::Damaged);
    }
    Ok(Scan {
        role,
        sector,
        variant,
        label: Label::default(),
        content_version,
        started_on: date,
        changed_on: date,
        answers: packed::unpack(order.asked_in(variant), answers),
    })
}

/// How many symbols a link should have at least, as far as its own damaged or cut text tells.
pub(super) fn least_length(kind: Kind, symbols: &[Symbol], orders: &StatementOrders) -> usize {
    if kind == Kind::Plan {
        return super::plan::LEAST_SYMBOLS;
    }
    let answers = Header::read(&mut Reader::new(symbols)).ok().and_then(|header| {
        let order = orders.get(header.content_version)?;
        Some(answer_symbols(order, header.variant))
    });
    let scan = header::SYMBOLS + answers.unwrap_or(0);
    match kind {
        Kind::Both => scan + header::SYMBOLS + CHECK_SYMBOLS,
        _ => scan + CHECK_SYMBOLS,
    }
}

fn answer_bits(order: &StatementOrder, variant: Variant) -> u32 {
    packed::BITS * order.asked_in(variant).count() as u32
}

fn answer_symbols(order: &StatementOrder, variant: Variant) -> usize {
    symbols_for(answer_bits(order, variant))
}
