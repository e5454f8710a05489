//! Backups of the apps that are read and not written, and of some that give nothing out.

use super::{AIR_CANADA, AIRBNB, BOEING, DENO, ISSUU, Peer, SEVEN, SPDX, WWE, check};

/// Programs that keep neither hash nor period.
const SPDX_7: &str = "SPDX|James|totp|5OM4WOOGPLQEF6UGN3CPEOOLWU|SHA1|7|30";
const AIRBNB_8: &str = "Airbnb|Elijah|totp|7ELGJSGXNCCTV3O6LKJWYFV2RA|SHA1|8|30";
/// Programs that keep no digits either.
const SPDX_PLAIN: &str = "SPDX|James|totp|5OM4WOOGPLQEF6UGN3CPEOOLWU|SHA1|6|30";
const AIRBNB_PLAIN: &str = "Airbnb|Elijah|totp|7ELGJSGXNCCTV3O6LKJWYFV2RA|SHA1|6|30";

const AUTHY: &[&str] = &[DENO, SPDX_7, AIRBNB_8];
const TOTP_AUTHENTICATOR: &[&str] = &[
    "Deno|mason|totp|4SJHB4GSD43FZBAI7C2HLRJGPQ|SHA1|6|30",
    "SPDX|james|totp|5OM4WOOGPLQEF6UGN3CPEOOLWU|SHA1|7|20",
    "Airbnb|elijah|totp|7ELGJSGXNCCTV3O6LKJWYFV2RA|SHA1|8|50",
];
const STEAM: &[&str] = &["Steam|Sophia|steam|JRZCL47CMXVOQMNPZR2F7J4RGI|SHA1|5|30"];

const PEERS: &[Peer] = &[
    Peer {
        file: "aegis-repo/authy_plain.xml",
        format: "authy",
        password: None,
        accounts: AUTHY,
    },
    Peer {
        file: "aegis-repo/authy_encrypted.xml",
        format: "authy",
        password: Some("testtest"),
        accounts: AUTHY,
    },
    Peer {
        file: "aegis-repo/authenticator_plus.zip",
        format: "authenticator-plus",
        password: Some("testtesttest"),
        accounts: SEVEN,
    },
    Peer {
        file: "stratum-repo/authplus.db",
        format: "authenticator-plus",
        password: Some("testtesttest"),
        accounts: &[
            "Long|Period|totp|JGRMXBLPPYQIFMRBFQDHNP3MPPYQYNUN|SHA1|6|30",
            "Many|Digits|totp|WEV2GHDH4EAU7D5SZGCIQOFBNQ35EHBS|SHA1|6|30",
            "|NoIssuer|totp|KY2QJPMNQLSGSZE2C5F7AYBLBVEEDHFX|SHA1|6|30",
            "Sha|256|totp|RJNZJM7PAGJUBG32XHQWHFZVLYOMGIUQ|SHA1|6|30",
            "Sha|512|totp|UW33SR5O4EKTDXNCBBS5FSPUKAYXIWOH|SHA1|6|30",
            "Standard|Hotp|hotp|JOR2VZXMNHACFNLRAOACFFRDRYAOFMLB|SHA1|6|#10",
            "Standard|Totp|totp|54VEGZFJHM3BGDONFERMPUOKNGDJETGM|SHA1|6|30",
            "Battle.net®|Username|totp|S537QLHWSVWNIAOX7XYPIUV3RP2FYVNS|SHA1|8|30",
        ],
    },
    Peer {
        file: "aegis-repo/battle_net_authenticator.xml",
        format: "battle-net",
        password: None,
        accounts: &["Battle.net|US-2211-2050-3346|totp|BMGRXPGFARQQF4GMT25JATL2VYLAHDBI|SHA1|8|30"],
    },
    Peer {
        file: "aegis-repo/duo.json",
        format: "duo",
        password: None,
        accounts: &[
            "|Mason|totp|4SJHB4GSD43FZBAI7C2HLRJGPQ|SHA1|6|30",
            "|James|hotp|YOOMIXWS5GN6RTBPUFFWKTW5M4|SHA1|6|#3",
        ],
    },
    Peer {
        file: "aegis-repo/freeotp.xml",
        format: "freeotp",
        password: None,
        accounts: &[WWE, ISSUU, AIRBNB, DENO],
    },
    Peer {
        file: "aegis-repo/freeotp_plus_internal.xml",
        format: "freeotp",
        password: None,
        accounts: &[WWE, AIR_CANADA, ISSUU, AIRBNB, SPDX, DENO],
    },
    Peer {
        file: "aegis-repo/freeotp_v2_api23.xml",
        format: "freeotp",
        password: Some("test"),
        accounts: &[ISSUU, AIRBNB, DENO, SPDX, WWE, AIR_CANADA],
    },
    Peer {
        file: "aegis-repo/freeotp_v2_api25.xml",
        format: "freeotp",
        password: Some("test"),
        accounts: &[AIR_CANADA, WWE, DENO, ISSUU, AIRBNB, SPDX],
    },
    Peer {
        file: "aegis-repo/freeotp_v2_api27.xml",
        format: "freeotp",
        password: Some("test"),
        accounts: &[WWE, DENO, SPDX, AIRBNB, ISSUU, AIR_CANADA],
    },
    Peer {
        file: "aegis-repo/freeotp_v2_api34.xml",
        format: "freeotp",
        password: Some("test"),
        accounts: &[SPDX, AIR_CANADA, AIRBNB, ISSUU, DENO, WWE],
    },
    Peer {
        file: "aegis-repo/freeotp_v2_null_algo.xml",
        format: "freeotp",
        password: Some("test"),
        accounts: &[DENO],
    },
    Peer {
        file: "stratum-repo/freeotp.bin",
        format: "freeotp",
        password: Some("test"),
        accounts: &[
            "Sha|512|totp|UW33SR5O4EKTDXNCBBS5FSPUKAYXIWOH|SHA512|6|30",
            "Many|Digits|totp|WEV2GHDH4EAU7D5SZGCIQOFBNQ35EHBS|SHA1|9|30",
            "Long|Period|totp|JGRMXBLPPYQIFMRBFQDHNP3MPPYQYNUN|SHA1|6|60",
            "Sha|256|totp|RJNZJM7PAGJUBG32XHQWHFZVLYOMGIUQ|SHA256|6|30",
            "Standard|Hotp|hotp|JOR2VZXMNHACFNLRAOACFFRDRYAOFMLB|SHA1|6|#10",
            "|NoIssuer|totp|KY2QJPMNQLSGSZE2C5F7AYBLBVEEDHFX|SHA1|6|30",
            "Standard|Totp|totp|54VEGZFJHM3BGDONFERMPUOKNGDJETGM|SHA1|6|30",
        ],
    },
    Peer {
        file: "aegis-repo/google_authenticator.sqlite",
        format: "google-authenticator-database",
        password: None,
        accounts: &[
            DENO,
            SPDX_PLAIN,
            AIRBNB_PLAIN,
            ISSUU,
            "Air Canada|Benjamin|hotp|KUVJJOM753IHTNDSZVCNKL7GII|SHA1|6|#50",
            "WWE|Mason|hotp|5VAML3X35THCEBVRLV24CGBKOY|SHA1|6|#10300",
        ],
    },
    Peer {
        file: "proton-repo/lastpass.json",
        format: "lastpass",
        password: None,
        accounts: &[
            "issuer|account name default|totp|BDKSIEHWBDBBDBDZBY|SHA1|6|30",
            "other|sha256|totp|JDJSKDKDKDKDKDKD|SHA256|8|20",
            "|sha512 name|totp|JDJDDJDJUEJEBDBFNE|SHA512|6|30",
        ],
    },
    Peer {
        file: "aegis-repo/microsoft_authenticator.sqlite",
        format: "microsoft",
        password: None,
        accounts: &[
            DENO,
            SPDX_PLAIN,
            AIRBNB_PLAIN,
            "Issuu|James|totp|YOOMIXWS5GN6RTBPUFFWKTW5M4|SHA1|6|30",
            "Air Canada|Benjamin|totp|KUVJJOM753IHTNDSZVCNKL7GII|SHA1|6|30",
            "WWE|Mason|totp|5VAML3X35THCEBVRLV24CGBKOY|SHA1|6|30",
            "Boeing|Sophia|totp|JRZCL47CMXVOQMNPZR2F7J4RGI|SHA1|6|30",
        ],
    },
    Peer {
        file: "aegis-repo/steam.json",
        format: "steam",
        password: None,
        accounts: STEAM,
    },
    Peer {
        file: "aegis-repo/steam_old.json",
        format: "steam",
        password: None,
        accounts: STEAM,
    },
    Peer {
        file: "aegis-repo/stratum_internal.db",
        format: "stratum-database",
        password: None,
        accounts: &[DENO, SPDX, AIRBNB, ISSUU, AIR_CANADA, WWE, BOEING],
    },
    Peer {
        file: "aegis-repo/totp_authenticator.bin",
        format: "totp-authenticator",
        password: Some("Testtest1"),
        accounts: TOTP_AUTHENTICATOR,
    },
    Peer {
        file: "aegis-repo/totp_authenticator_internal.xml",
        format: "totp-authenticator",
        password: None,
        accounts: TOTP_AUTHENTICATOR,
    },
    // WinAuth's export is an archive of addresses, and says no names of its own.
    Peer {
        file: "stratum-repo/winauth.zip",
        format: "uri-list",
        password: Some("test"),
        accounts: &["|Authenticator|totp|TESTTESTTESTTESTTESQ|SHA1|6|30"],
    },
];

#[test]
fn backups_of_programs_that_are_only_read() {
    PEERS.iter().for_each(check);
}
