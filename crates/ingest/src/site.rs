//! The records of a site: from the folder that editors keep to the folder that is served.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use memcon_record::index::{self, Index};
use memcon_record::{model, wire};

use crate::editor::Editor;
use crate::error::{self, File};
use crate::{Ingested, ingest, tei, write};

/// What went wrong with which file.
#[derive(Debug)]
pub struct Error {
    /// The file.
    pub path: PathBuf,
    /// Its line, from 1, where there is one.
    pub line: Option<usize>,
    /// What is wrong, and what would be right.
    pub what: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}: line {line}: {}", self.path.display(), self.what),
            None => write!(f, "{}: {}", self.path.display(), self.what),
        }
    }
}

impl std::error::Error for Error {}

impl Error {
    fn io(path: &Path, doing: &str, error: &std::io::Error) -> Self {
        Error { path: path.to_owned(), line: None, what: format!("cannot {doing}: {error}") }
    }

    fn of(error: error::Error, source: &Path, editor: Option<&Path>) -> Self {
        let path = match (error.file, editor) {
            (File::Editor, Some(editor)) => editor,
            _ => source,
        };
        Error { path: path.to_owned(), line: error.line, what: error.what }
    }
}

/// Reads a source and, where there is one, its `record.toml`, and makes the record.
///
/// `output` is where the record stands from an earlier reading: its ids are kept if
/// it is a record of the same id.
///
/// # Errors
/// When a file cannot be read, or says something that cannot be right.
pub fn one(source: &Path, editor: Option<&Path>, output: Option<&Path>) -> Result<Ingested, Error> {
    let bytes = fs::read(source).map_err(|e| Error::io(source, "read the source", &e))?;
    let text = error::text(&bytes).map_err(|e| Error::of(e, source, editor))?;
    let known = editor.map(read_editor).transpose()?;
    made(source, text, known.as_ref(), output).map_err(|e| Error::of(e, source, editor))
}

/// Makes the record, with the ids of the one at `output` if that is an earlier reading.
fn made(source: &Path, text: &str, known: Option<&Editor>, output: Option<&Path>) -> Result<Ingested, error::Error> {
    let lists = if tei::is_xml(text) { lists_beside(source) } else { Vec::new() };
    let lists: Vec<&str> = lists.iter().map(String::as_str).collect();
    let read = |previous: Option<&wire::Record>| {
        if tei::is_xml(text) { tei::ingest(text, known, previous, &lists) } else { ingest(text, known, previous) }
    };
    let fresh = read(None);
    let Some(previous) = output.and_then(previous) else { return fresh };
    // Even a reading that fails is tried again: the editor may name ids that only the earlier record knows.
    match read(Some(&previous)) {
        Ok(again) if again.record.id == previous.id => Ok(again),
        Err(error) if fresh.as_ref().is_ok_and(|fresh| fresh.record.id == previous.id) => Err(error),
        _ => fresh,
    }
}

/// Lists of persons beside a TEI file, as the corpora of parliaments have them: `ParlaMint-GB-listPerson.xml`.
fn lists_beside(source: &Path) -> Vec<String> {
    let folder = source.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().ends_with("listPerson.xml")))
        .collect();
    files.sort();
    files.iter().filter_map(|path| fs::read_to_string(path).ok()).collect()
}

/// A record without an editor's file has its folder's name for an id.
fn named(source: &Path, name: &str, output: &Path) -> Result<Ingested, Error> {
    let told = |e| Error::of(e, source, None);
    let bytes = fs::read(source).map_err(|e| Error::io(source, "read the source", &e))?;
    let known = Editor::read(&format!("id = {name:?}")).map_err(told)?;
    made(source, error::text(&bytes).map_err(told)?, Some(&known), Some(output)).map_err(told)
}

fn read_editor(path: &Path) -> Result<Editor, Error> {
    let bytes = fs::read(path).map_err(|e| Error::io(path, "read the editor’s file", &e))?;
    let text = error::text(&bytes).map_err(|e| Error { path: path.to_owned(), line: e.line, what: e.what })?;
    Editor::read(text).map_err(|e| Error { path: path.to_owned(), line: e.line, what: e.what })
}

fn previous(path: &Path) -> Option<wire::Record> {
    let text = fs::read_to_string(path).ok()?;
    model::read_wire(&text).ok()
}

/// The JSON of a record as its file holds it.
pub fn json(record: &wire::Record) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(record)? + "\n")
}

/// Writes a record to `path`, whole or not at all.
///
/// # Errors
/// When the folder cannot be written to.
pub fn save(record: &wire::Record, path: &Path) -> Result<(), Error> {
    let text = json(record).map_err(|e| Error { path: path.to_owned(), line: None, what: e.to_string() })?;
    write::whole(path, &text).map_err(|e| Error::io(path, "write the record", &e))
}

/// Writes any other text to `path`, whole or not at all.
///
/// # Errors
/// When the folder cannot be written to.
pub fn whole(path: &Path, text: &str) -> Result<(), Error> {
    write::whole(path, text).map_err(|e| Error::io(path, "write the file", &e))
}

/// The source in a record's folder: `source.txt`, or else the TEI `source.xml`.
pub fn source_in(folder: &Path) -> Option<PathBuf> {
    ["source.txt", "source.xml"].into_iter().map(|name| folder.join(name)).find(|path| path.is_file())
}

/// Makes a record of every `records_dir/*/source.txt` or `source.xml` as `output_dir/<id>.json`, and the list of all.
///
/// # Errors
/// At the first record that cannot be made; those before it are written.
pub fn records(records_dir: &Path, output_dir: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut folders: Vec<PathBuf> = fs::read_dir(records_dir)
        .map_err(|e| Error::io(records_dir, "list the records", &e))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| source_in(path).is_some())
        .collect();
    folders.sort();
    fs::create_dir_all(output_dir).map_err(|e| Error::io(output_dir, "make the folder", &e))?;
    let mut written = Vec::new();
    for folder in folders {
        let Some(source) = source_in(&folder) else { continue };
        let editor = folder.join("record.toml");
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let path = output_dir.join(format!("{name}.json"));
        let made =
            if editor.is_file() { one(&source, Some(&editor), Some(&path))? } else { named(&source, &name, &path)? };
        if made.record.id != name {
            let what =
                format!("the record’s id is “{}” but its folder is “{name}”; write id = \"{name}\"", made.record.id);
            return Err(Error { path: editor, line: None, what });
        }
        save(&made.record, &path)?;
        written.push(path);
    }
    list(output_dir)?;
    Ok(written)
}

/// Writes `index.json`, the list of the records in `dir`; gives its path.
///
/// # Errors
/// When a file there is no record.
pub fn list(dir: &Path) -> Result<PathBuf, Error> {
    let path = dir.join("index.json");
    let text = index_json(&index(dir)?).map_err(|e| Error { path: path.clone(), line: None, what: e.to_string() })?;
    write::whole(&path, &text).map_err(|e| Error::io(&path, "write the list", &e))?;
    Ok(path)
}

/// The list of the records in `dir`, as it should be.
///
/// # Errors
/// When a file there is no record.
pub fn index(dir: &Path) -> Result<Index, Error> {
    let mut files: Vec<PathBuf> = fs::read_dir(dir)
        .map_err(|e| Error::io(dir, "list the folder", &e))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| {
            path.extension().is_some_and(|e| e == "json") && path.file_name().is_some_and(|n| n != "index.json")
        })
        .collect();
    files.sort();
    let mut records = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).map_err(|e| Error::io(&file, "read the record", &e))?;
        let (record, _) =
            model::read(&text).map_err(|e| Error { path: file.clone(), line: None, what: e.to_string() })?;
        records.push(record);
    }
    Ok(index::Index::of(&records))
}

/// The JSON of a list as its file holds it.
pub fn index_json(index: &Index) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(index)? + "\n")
}
