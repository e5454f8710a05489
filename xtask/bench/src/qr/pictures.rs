//! The pictures, as files, and what is on them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::Value;
use tempfile::TempDir;
use xtask_qr_corpus::{Level, Plan, Size, plans};

/// Pictures of one origin.
pub struct Set {
    pub name: String,
    pub samples: Vec<Sample>,
    /// Where drawn ones lie until the set is dropped.
    _folder: Option<TempDir>,
}

/// One picture.
pub struct Sample {
    pub file: PathBuf,
    pub name: String,
    pub category: String,
    pub expected: Expected,
}

/// What is on a picture.
pub enum Expected {
    Texts(Vec<String>),
    /// So many codes, whose texts nobody wrote down.
    Count(usize),
}

impl Expected {
    pub fn count(&self) -> usize {
        match self {
            Self::Texts(texts) => texts.len(),
            Self::Count(count) => *count,
        }
    }
}

/// Draws pictures on all cores.
pub fn drawn(level: Level, seed: u64, count: usize) -> io::Result<Set> {
    let folder = tempfile::tempdir()?;
    let plans = plans(level, Size::Full, seed, count);
    let (next, samples) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || -> io::Result<()> {
        while let index = next.fetch_add(1, Ordering::Relaxed)
            && let Some(plan) = plans.get(index)
        {
            let sample = draw(plan, index, folder.path())?;
            let mut samples = samples.lock().expect("no drawing panics with it");
            samples.push((index, sample));
        }
        Ok(())
    };
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let mut joined = workers.into_iter().map(|worker| worker.join());
        joined.try_for_each(|done| done.expect("drawing does not panic"))
    })?;
    let mut samples = samples.into_inner().expect("no drawing panics with it");
    samples.sort_by_key(|(index, _)| *index);
    Ok(Set {
        name: format!("drawn, {level:?}, seed {seed}").to_lowercase(),
        samples: samples.into_iter().map(|(_, sample)| sample).collect(),
        _folder: Some(folder),
    })
}

fn draw(plan: &Plan, index: usize, folder: &Path) -> io::Result<Sample> {
    let picture = plan.draw();
    let name = format!("{index:04}-{}.{}", plan.category.name, picture.extension);
    let file = folder.join(&name);
    fs::write(&file, picture.bytes)?;
    let texts = picture.codes.into_iter().map(|code| code.text);
    Ok(Sample {
        file,
        name,
        category: plan.category.name.to_owned(),
        expected: Expected::Texts(texts.collect()),
    })
}

/// Those of other projects, by the list that lies beside them.
pub fn peers() -> Option<Vec<Set>> {
    let folder = PathBuf::from(std::env::var_os("KEYTICK_PEER_FIXTURES")?).join("qr");
    let list = fs::read(folder.join("manifest.json")).ok()?;
    let list: Vec<Value> = serde_json::from_slice(&list).ok()?;
    let mut sets: Vec<Set> = Vec::new();
    for entry in &list {
        let name = entry["set"].as_str()?;
        if sets.last().is_none_or(|set| set.name != name) {
            sets.push(Set {
                name: name.to_owned(),
                samples: Vec::new(),
                _folder: None,
            });
        }
        sets.last_mut()?.samples.push(peer_sample(&folder, entry)?);
    }
    Some(sets)
}

fn peer_sample(folder: &Path, entry: &Value) -> Option<Sample> {
    let name = entry["file"].as_str()?;
    let expected = match entry["expected"].as_array() {
        Some(texts) => {
            let texts = texts.iter().filter_map(Value::as_str);
            Expected::Texts(texts.map(str::to_owned).collect())
        }
        None => Expected::Count(usize::try_from(entry["count"].as_u64()?).ok()?),
    };
    Some(Sample {
        file: folder.join(name),
        name: name.to_owned(),
        category: entry["category"].as_str()?.to_owned(),
        expected,
    })
}
