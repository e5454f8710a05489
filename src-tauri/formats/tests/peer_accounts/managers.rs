//! Backups of password managers.

use super::Peer;

pub(super) const PEERS: &[Peer] = &[
    Peer {
        file: "stratum-repo/keepass.aes256.argon2id.kdbx",
        format: "keepass",
        password: Some("test"),
        accounts: &[
            "Long|Period|totp|JGRMXBLPPYQIFMRBFQDHNP3MPPYQYNUN|SHA1|6|60",
            "Many|Digits|totp|WEV2GHDH4EAU7D5SZGCIQOFBNQ35EHBS|SHA1|9|30",
            "Sha|256|totp|RJNZJM7PAGJUBG32XHQWHFZVLYOMGIUQ|SHA1|6|30",
            "Sha|512|totp|UW33SR5O4EKTDXNCBBS5FSPUKAYXIWOH|SHA512|6|30",
            "Standard|Totp|totp|54VEGZFJHM3BGDONFERMPUOKNGDJETGM|SHA1|6|30",
            "No username||totp|KY2QJPMNQLSGSZE2C5F7AYBLBVEEDHFX|SHA1|6|30",
            "Steam|steam|steam|Y2PO2DPO4AGBS2KQPO5ONQPEBAR2VKMF|SHA1|5|30",
        ],
    },
    Peer {
        file: "keepassxc-repo/1PasswordExport.1pux",
        format: "1password",
        password: None,
        // Made up, and so short that bits are left over.
        accounts: &[
            "Login|team@keepassxc.org|totp|DFDFDEA|SHA1|6|30",
            "Login|team@keepassxc.org|totp|DFDFDEFDEE|SHA1|6|30",
        ],
    },
];
