//! Counts and times of a set, and the table that shows them.

use std::collections::BTreeMap;
use std::time::Duration;

use super::pictures::{Expected, Sample};
use super::reading::Reading;
use super::zxing::Theirs;
use crate::table::{median, milliseconds, row};

#[derive(Default)]
pub struct Tally {
    /// In the order in which they were met.
    categories: Vec<(String, Count)>,
    stages: BTreeMap<&'static str, usize>,
    times: Vec<Times>,
    slowest: Option<(Duration, String)>,
    /// How many codes of which picture were not read.
    lost: Vec<(String, String)>,
}

#[derive(Clone, Copy, Default)]
struct Count {
    expected: usize,
    ours: Hits,
    theirs: Option<Hits>,
}

#[derive(Clone, Copy, Default)]
struct Hits {
    found: usize,
    /// Texts that are not on the picture.
    wrong: usize,
}

struct Times {
    pixels: u64,
    first: Option<Duration>,
    all: Duration,
    theirs: Option<Duration>,
}

/// Pictures of about this many pixels count as of that size.
const SIZES: [(&str, std::ops::Range<u64>); 2] = [
    ("1080p", 1_900_000..2_300_000),
    ("4K", 8_000_000..8_600_000),
];

impl Tally {
    /// What was read of one picture.
    pub fn add(&mut self, sample: &Sample, ours: &Reading, theirs: Option<&Theirs>) {
        let (expected, read) = (sample.expected.count(), hits(&sample.expected, &ours.texts));
        if read.found < expected {
            let lost = format!("{} of {expected}", expected - read.found);
            self.lost.push((lost, sample.name.clone()));
        }
        let count = self.category(&sample.category);
        count.expected += expected;
        count.ours.add(read);
        if let Some(theirs) = theirs {
            let all = count.theirs.get_or_insert_default();
            all.add(hits(&sample.expected, &theirs.texts));
        }
        for stage in &ours.stages {
            *self.stages.entry(stage).or_default() += 1;
        }
        let is_slowest = |(slowest, _): &(Duration, String)| *slowest < ours.all;
        if self.slowest.as_ref().is_none_or(is_slowest) {
            self.slowest = Some((ours.all, sample.name.clone()));
        }
        self.times.push(Times {
            pixels: ours.pixels,
            first: ours.first,
            all: ours.all,
            theirs: theirs.map(|theirs| theirs.all),
        });
    }

    fn category(&mut self, name: &str) -> &mut Count {
        let known = self.categories.iter().position(|(known, _)| known == name);
        let place = known.unwrap_or_else(|| {
            self.categories.push((name.to_owned(), Count::default()));
            self.categories.len() - 1
        });
        &mut self.categories[place].1
    }

    /// Prints everything.
    pub fn print(&self) {
        let mut all = Count::default();
        for (name, count) in &self.categories {
            print_count(name, count);
            all.expected += count.expected;
            all.ours.add(count.ours);
            if let Some(theirs) = count.theirs {
                all.theirs.get_or_insert_default().add(theirs);
            }
        }
        print_count("all", &all);
        let read: usize = self.stages.values().sum();
        for (stage, count) in &self.stages {
            let share = format!("{:.1} %", *count as f64 * 100.0 / read as f64);
            row(
                &format!("read by stage {stage}"),
                &share,
                &format!("{count} codes"),
            );
        }
        for (name, pixels) in SIZES {
            self.print_times(name, &pixels);
        }
        if let Some((time, name)) = &self.slowest {
            row("slowest picture", &milliseconds(*time), name);
        }
        for (lost, name) in &self.lost {
            row("lost", lost, name);
        }
    }

    fn print_times(&self, size: &str, pixels: &std::ops::Range<u64>) {
        let of_size = || self.times.iter().filter(|it| pixels.contains(&it.pixels));
        let middle = |times: Vec<Duration>| match times.is_empty() {
            true => None,
            false => Some(milliseconds(median(times))),
        };
        let theirs = middle(of_size().filter_map(|it| it.theirs).collect());
        let beside = theirs.map_or(String::new(), |time| {
            format!("zxing-cpp, all codes: {time}")
        });
        if let Some(time) = middle(of_size().filter_map(|it| it.first).collect()) {
            row(&format!("first code, {size}, one core"), &time, &beside);
        }
        if let Some(time) = middle(of_size().map(|it| it.all).collect()) {
            row(&format!("all codes, {size}, one core"), &time, &beside);
        }
    }
}

impl Hits {
    fn add(&mut self, more: Self) {
        self.found += more.found;
        self.wrong += more.wrong;
    }
}

/// How many of the expected texts were read, each as often as it is there.
fn hits(expected: &Expected, texts: &[String]) -> Hits {
    let expected = match expected {
        Expected::Count(count) => {
            return Hits {
                found: texts.len().min(*count),
                wrong: 0,
            };
        }
        Expected::Texts(expected) => expected,
    };
    let mut left: Vec<&String> = expected.iter().collect();
    let mut hits = Hits::default();
    for text in texts {
        match left.iter().position(|left| *left == text) {
            Some(place) => {
                left.swap_remove(place);
                hits.found += 1;
            }
            // Seen twice is not wrong.
            None if expected.contains(text) => {}
            None => hits.wrong += 1,
        }
    }
    hits
}

fn print_count(name: &str, count: &Count) {
    let of = |hits: Hits| format!("{}/{}", hits.found, count.expected);
    let wrong = |hits: Hits| match hits.wrong {
        0 => String::new(),
        wrong => format!(", {wrong} false"),
    };
    let theirs = count.theirs.map_or(String::new(), |theirs| {
        format!("zxing-cpp {}{}", of(theirs), wrong(theirs))
    });
    let ours = format!("{}{}", of(count.ours), wrong(count.ours));
    row(name, &ours, &theirs);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_counts_as_often_as_it_is_there() {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        let expected = Expected::Texts(texts(&["a", "a", "b"]));
        let read: Vec<String> = texts(&["a", "a", "a", "c"]);
        let hits = hits(&expected, &read);
        assert_eq!((hits.found, hits.wrong), (2, 1));
    }
}
