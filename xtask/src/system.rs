//! Which system this is, as far as installing packages goes.

/// A system with its own names for packages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum System {
    /// Debian, Ubuntu and what is made from them. Ubuntu's Chromium is a snap.
    Debian {
        ubuntu: bool,
    },
    Fedora,
    Arch,
    OtherLinux,
    MacOs,
    Windows,
}

impl System {
    pub fn this() -> Self {
        if cfg!(windows) {
            return Self::Windows;
        }
        if cfg!(target_os = "macos") {
            return Self::MacOs;
        }
        let os_release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
        Self::from_os_release(&os_release)
    }

    /// Reads `ID` and `ID_LIKE` (os-release(5)).
    fn from_os_release(text: &str) -> Self {
        let mut words = Vec::new();
        for line in text.lines() {
            if let Some(value) = line
                .strip_prefix("ID=")
                .or_else(|| line.strip_prefix("ID_LIKE="))
            {
                words.extend(value.trim_matches(['"', '\'']).split_whitespace());
            }
        }
        if words.contains(&"debian") || words.contains(&"ubuntu") {
            return Self::Debian {
                ubuntu: words.contains(&"ubuntu"),
            };
        }
        if words.contains(&"fedora") || words.contains(&"rhel") {
            return Self::Fedora;
        }
        if words.contains(&"arch") {
            return Self::Arch;
        }
        Self::OtherLinux
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_systems_by_os_release() {
        let cases = [
            ("ID=debian\n", System::Debian { ubuntu: false }),
            (
                "NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n",
                System::Debian { ubuntu: true },
            ),
            (
                "ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n",
                System::Debian { ubuntu: true },
            ),
            ("ID=fedora\n", System::Fedora),
            ("ID=\"endeavouros\"\nID_LIKE=\"arch\"\n", System::Arch),
            ("ID=nixos\n", System::OtherLinux),
            ("", System::OtherLinux),
        ];
        for (text, system) in cases {
            assert_eq!(System::from_os_release(text), system, "{text:?}");
        }
    }
}
