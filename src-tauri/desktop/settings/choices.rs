//! What a person chooses among, one type a setting. The first is what it is until they do.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What copying does in the last three seconds of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum LastSeconds {
    /// Copies the code all the same.
    Copy,
    /// Copies the next one.
    Next,
    /// Waits for the next one, and copies that.
    Wait,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    /// As the system.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How high a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Density {
    /// Thirteen rows in a window of the usual size.
    Compact,
    /// Eleven.
    Normal,
    /// Nine.
    Roomy,
}

/// How the digits of a code stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Grouping {
    /// `482 913`
    Threes,
    /// `48 29 13`
    Pairs,
    /// `482913`
    None,
}

/// How the time left is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Countdown {
    /// A ring of ticks around the seconds.
    Dial,
    /// A row of ticks beside the seconds.
    Bar,
}

/// When the next code is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum NextCode {
    /// In the last five seconds of the present one.
    Last,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How the list is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Order {
    /// Favourites, then A to Z.
    Name,
    /// What was used most comes first.
    Most,
    /// What was used last comes first.
    Lately,
    /// As a person puts them.
    Own,
}

impl From<Order> for keytick_accounts::Order {
    fn from(order: Order) -> Self {
        match order {
            Order::Name => Self::Name,
            Order::Most => Self::Most,
            Order::Lately => Self::Lately,
            Order::Own => Self::Own,
        }
    }
}
