//! Writes pictures and a list of what is on them: `cargo xtask qr-corpus FOLDER`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde::Serialize;
use xtask_qr_corpus::{CATEGORIES, Code, Level, Plan, Size, plans};

const USAGE: &str = "\
Usage: cargo xtask qr-corpus FOLDER [OPTIONS]

  --level normal|hard|negative   how hard the pictures are; normal unless said
  --count N                      how many; 400 unless said
  --seed N                       which ones; 1 unless said
  --category NAME                only of this kind
  --small                        windows in place of whole screens

Writes FOLDER/manifest.json beside the pictures. Kinds of pictures:
";

struct Options {
    folder: PathBuf,
    level: Level,
    count: usize,
    seed: u64,
    category: Option<String>,
    size: Size,
}

/// One line of the manifest.
#[derive(Serialize)]
struct Entry {
    file: String,
    category: &'static str,
    level: Level,
    width: u32,
    height: u32,
    codes: Vec<Code>,
}

fn main() -> ExitCode {
    let Some(options) = options(std::env::args().skip(1)) else {
        eprint!("{USAGE}");
        for category in CATEGORIES {
            eprintln!("  {:<16} {}", category.name, category.about);
        }
        return ExitCode::from(2);
    };
    match write(&options) {
        Ok(count) => {
            println!("{count} pictures in {}", options.folder.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: {error}", options.folder.display());
            ExitCode::FAILURE
        }
    }
}

fn options(arguments: impl Iterator<Item = String>) -> Option<Options> {
    let mut options = Options {
        folder: PathBuf::new(),
        level: Level::Normal,
        count: 400,
        seed: 1,
        category: None,
        size: Size::Full,
    };
    let mut arguments = arguments;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--level" => {
                options.level = match arguments.next()?.as_str() {
                    "normal" => Level::Normal,
                    "hard" => Level::Hard,
                    "negative" => Level::Negative,
                    _ => return None,
                }
            }
            "--count" => options.count = arguments.next()?.parse().ok()?,
            "--seed" => options.seed = arguments.next()?.parse().ok()?,
            "--category" => options.category = Some(arguments.next()?),
            "--small" => options.size = Size::Small,
            folder if !folder.starts_with('-') => options.folder = folder.into(),
            _ => return None,
        }
    }
    Some(options).filter(|options| !options.folder.as_os_str().is_empty())
}

/// Draws on all cores: a large screen takes a second.
fn write(options: &Options) -> std::io::Result<usize> {
    fs::create_dir_all(&options.folder)?;
    let plans = wanted(options);
    let (next, entries) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores)
            .map(|_| {
                scope.spawn(|| {
                    while let Some(index) = Some(next.fetch_add(1, Ordering::Relaxed))
                        && let Some(plan) = plans.get(index)
                    {
                        let entry = save(plan, index, &options.folder)?;
                        let mut entries = entries.lock().expect("no worker panics with it");
                        entries.push((index, entry));
                    }
                    Ok(())
                })
            })
            .collect();
        let mut joined = workers.into_iter().map(|worker| worker.join());
        joined.try_for_each(|done| done.expect("drawing does not panic"))
    })
    .and_then(|()| {
        manifest(
            options,
            entries.into_inner().expect("no worker panics with it"),
        )
    })
}

fn wanted(options: &Options) -> Vec<Plan> {
    let Some(name) = &options.category else {
        return plans(options.level, options.size, options.seed, options.count);
    };
    // Enough turns for as many of the one kind as are asked for.
    let many = options.count * CATEGORIES.len();
    plans(options.level, options.size, options.seed, many)
        .into_iter()
        .filter(|plan| plan.category.name == name)
        .take(options.count)
        .collect()
}

fn save(plan: &Plan, index: usize, folder: &Path) -> std::io::Result<Entry> {
    let picture = plan.draw();
    let name = plan.category.name;
    let file = format!("{index:04}-{name}.{}", picture.extension);
    fs::write(folder.join(&file), picture.bytes)?;
    Ok(Entry {
        file,
        category: name,
        level: plan.level,
        width: picture.width,
        height: picture.height,
        codes: picture.codes,
    })
}

fn manifest(options: &Options, mut entries: Vec<(usize, Entry)>) -> std::io::Result<usize> {
    entries.sort_by_key(|(index, _)| *index);
    let entries: Vec<Entry> = entries.into_iter().map(|(_, entry)| entry).collect();
    let json = serde_json::to_vec_pretty(&entries)?;
    fs::write(options.folder.join("manifest.json"), json)?;
    Ok(entries.len())
}
