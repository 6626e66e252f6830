//! What makes a module smaller on the line that wasm-opt does not do: short names for what it imports and exports, and functions that are
//! alike next to each other, where compression sees that they are.

mod alike;

use std::collections::BTreeMap;
use std::convert::Infallible;

use anyhow::{Result, ensure};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, ExportSection, FunctionSection, ImportSection, Module};
use wasmparser::{
    CodeSectionReader, ExportSectionReader, FunctionBody, FunctionSectionReader, ImportSectionReader, Parser,
    Payload, TypeRef,
};

/// What the names begin with that wasm-bindgen has put a hash or many types in. No compression makes a hash smaller, and
/// it stands in the module and in its glue.
const LONG: [&str; 3] = ["__wbg_", "__wbindgen_generic_", "wasm_bindgen_"];
/// What the short names begin with: nothing else in the glue does.
const SHORT: &str = "$";

/// A module, made smaller.
pub struct Compact {
    /// The module.
    pub bytes: Vec<u8>,
    /// What its imports and exports are called now, by what they were called.
    names: BTreeMap<String, String>,
}

impl Compact {
    /// The same module, smaller when compressed.
    pub fn new(module: &[u8]) -> Result<Compact> {
        let mut compacting = Compacting { order: Order::read(module)?, names: BTreeMap::new() };
        let mut compact = Module::new();
        compacting.parse_core_module(&mut compact, Parser::new(0), module)?;
        Ok(Compact { bytes: compact.finish(), names: compacting.names })
    }

    /// The glue, with what it hands to the module under the new names.
    pub fn rename(&self, glue: &str) -> Result<String> {
        ensure!(!self.names.is_empty(), "no name begins with {LONG:?} any more");
        // From behind, so that a name comes before what it begins with.
        self.names.iter().rev().try_fold(glue.to_owned(), |glue, (long, short)| {
            ensure!(glue.contains(long), "the glue does not know {long}");
            Ok(glue.replace(long, short))
        })
    }
}

/// In which order the functions come.
struct Order {
    /// How many functions are imported; they come first and stay where they are.
    imported: u32,
    /// Which function comes at each place, counted without those that are imported.
    functions: Vec<usize>,
    /// At which place each function comes, counted likewise.
    places: Vec<u32>,
}

impl Order {
    /// By type, and of one type by what they have in common.
    fn read(module: &[u8]) -> Result<Order> {
        let mut imported = 0;
        let mut types: Vec<u32> = Vec::new();
        let mut bodies: Vec<&[u8]> = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(section) => types = section.into_iter().collect::<Result<_, _>>()?,
                Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
                _ => {}
            }
        }
        ensure!(types.len() == bodies.len(), "{} functions, but {} bodies", types.len(), bodies.len());
        let mut of_type: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (function, &kind) in types.iter().enumerate() {
            of_type.entry(kind).or_default().push(function);
        }
        let in_line = |functions: &Vec<usize>| {
            let bodies: Vec<&[u8]> = functions.iter().map(|&function| bodies[function]).collect();
            alike::in_line(&bodies).into_iter().map(|place| functions[place]).collect::<Vec<_>>()
        };
        let functions: Vec<usize> = of_type.values().flat_map(in_line).collect();
        let mut places = vec![0; functions.len()];
        for (place, &function) in (0..).zip(&functions) {
            places[function] = place;
        }
        Ok(Order { imported, functions, places })
    }
}

struct Compacting {
    order: Order,
    names: BTreeMap<String, String>,
}

impl Compacting {
    /// What is to be called so from now on.
    fn short<'a>(&'a mut self, name: &'a str) -> &'a str {
        if !LONG.iter().any(|long| name.starts_with(long)) {
            return name;
        }
        let number = self.names.len();
        self.names.entry(name.to_owned()).or_insert_with(|| format!("{SHORT}{number:x}"))
    }
}

impl Reencode for Compacting {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let imported = self.order.imported;
        let place = function.checked_sub(imported).map(|own| imported + self.order.places[own as usize]);
        Ok(place.unwrap_or(function))
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error> {
        for import in section.into_imports() {
            let import = import?;
            let kind = self.entity_type(import.ty)?;
            imports.import(import.module, self.short(import.name), kind);
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), Error> {
        for export in section {
            let export = export?;
            let index = self.external_index(export.kind, export.index)?;
            let kind = self.export_kind(export.kind)?;
            exports.export(self.short(export.name), kind, index);
        }
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for at in self.order.functions.clone() {
            functions.function(self.type_index(types[at])?);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error> {
        let bodies = section.into_iter().collect::<Result<Vec<FunctionBody<'_>>, _>>()?;
        for at in self.order.functions.clone() {
            self.parse_function_body(code, bodies[at].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        EntityType, ExportKind, ExportSection, Function, Instruction, StartSection, TypeSection, ValType,
    };

    /// Functions of two types in turn: 1 gives 11, 3 gives 13 and calls 2; 2 and 4 give nothing. An import is number 0.
    fn module() -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./glue.js", "__wbg_then_656f253a5dd7d8ea", EntityType::Function(1));
        imports.import("./glue.js", "__wbindgen_throw", EntityType::Function(1));
        let mut functions = FunctionSection::new();
        [0, 1, 0, 1].into_iter().for_each(|kind| {
            functions.function(kind);
        });
        let mut exports = ExportSection::new();
        exports.export("eleven", ExportKind::Func, 2);
        exports.export("wasm_bindgen_e44edd6d__invoke_", ExportKind::Func, 4);
        exports.export("wasm_bindgen_e44edd6d__invoke__1_", ExportKind::Func, 3);
        let mut code = CodeSection::new();
        for instructions in [
            vec![Instruction::I32Const(11)],
            vec![Instruction::Call(0)],
            vec![Instruction::Call(3), Instruction::I32Const(13)],
            vec![Instruction::Call(1)],
        ] {
            let mut function = Function::new([]);
            instructions.iter().chain([&Instruction::End]).for_each(|one| {
                function.instruction(one);
            });
            code.function(&function);
        }
        module.section(&types).section(&imports).section(&functions).section(&exports);
        module.section(&StartSection { function_index: 5 }).section(&code);
        module.finish()
    }

    /// What a module's functions do, in its own order, and which of them it exports.
    fn read(module: &[u8]) -> (Vec<String>, Vec<(String, u32)>, Option<u32>) {
        wasmparser::validate(module).expect("a valid module");
        let (mut bodies, mut exports, mut start) = (Vec::new(), Vec::new(), None);
        for payload in Parser::new(0).parse_all(module) {
            match payload.expect("a payload") {
                Payload::CodeSectionEntry(body) => {
                    let all = body.get_operators_reader().expect("a body").into_iter();
                    let all = all.map(|one| format!("{:?}", one.expect("an instruction")));
                    bodies.push(all.collect::<Vec<_>>().join(" "));
                }
                Payload::ExportSection(section) => exports.extend(
                    section
                        .into_iter()
                        .map(|one| one.expect("an export"))
                        .map(|one| (one.name.to_owned(), one.index)),
                ),
                Payload::StartSection { func, .. } => start = Some(func),
                _ => {}
            }
        }
        (bodies, exports, start)
    }

    #[test]
    fn functions_move_and_all_that_names_them_moves_along() {
        let (bodies, exports, start) = read(&Compact::new(&module()).expect("a module").bytes);
        let constant = |value| format!("I32Const {{ value: {value} }}");
        let call = |function| format!("Call {{ function_index: {function} }}");
        // By type: two that give a number, two that give none.
        assert!(bodies[0].contains(&call(4)) && bodies[0].contains(&constant(13)), "{bodies:?}");
        assert!(bodies[1].contains(&constant(11)), "{bodies:?}");
        assert!(bodies[2].contains(&call(0)) && bodies[3].contains(&call(1)), "{bodies:?}");
        assert_eq!(exports, [("eleven".to_owned(), 3), ("$1".to_owned(), 2), ("$2".to_owned(), 4)]);
        assert_eq!(start, Some(5));
    }

    #[test]
    fn a_hash_goes_from_the_module_and_its_glue() {
        let compact = Compact::new(&module()).expect("a module");
        let glue = "{ __wbg_then_656f253a5dd7d8ea: then, __wbindgen_throw: fail } \
            wasm.wasm_bindgen_e44edd6d__invoke__1_() wasm.wasm_bindgen_e44edd6d__invoke_()";
        let short = "{ $0: then, __wbindgen_throw: fail } wasm.$2() wasm.$1()";
        assert_eq!(compact.rename(glue).expect("glue"), short);
        let has = |name: &[u8]| compact.bytes.windows(name.len()).any(|at| at == name);
        assert!(has(b"$0") && has(b"__wbindgen_throw") && !has(b"__wbg_") && !has(b"e44edd6d"));
        assert!(compact.rename("{ __wbindgen_throw: fail }").is_err(), "another glue");
    }
}
