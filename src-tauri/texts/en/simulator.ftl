# The login-flow simulator and the virtual device.

## The virtual device: refusals

device-no-key = There is no sign-in key here.
    .hint = A sign-in QR code begins with “otpauth://”.
device-unknown-account = The device has no account that matches “{ $query }”.
device-several-match = { $count } accounts on the device match “{ $query }”.
    .hint = Name one by its number.
device-not-named =
    { $count ->
        [0] The device has no account yet.
       *[other] The device has { $count } accounts. Which one?
    }
device-min-left = A code that lasts { $period } seconds never has { $seconds } seconds left.
device-date = This is not the date of an HTTP answer.
    .hint = Give it as the site’s Date header has it: Sun, 06 Nov 1994 08:49:37 GMT
device-full = A device holds at most { $most } accounts.
device-wait =
    { $seconds ->
        [one] The next code comes in 1 second.
       *[other] The next code comes in { $seconds } seconds.
    }
device-unknown = There is no device called “{ $name }”.
device-taken = There is a device called “{ $name }” already.
device-name = A device’s name has 1 to 64 letters, digits, dots, dashes and underscores.
device-too-many = There are { $most } devices, which is the most there may be.
    .hint = Throw one away that is not needed any more: DELETE /devices/NAME
device-body = This request is not understood: { $reason }
device-picture = The picture gave no key: { $reason }
device-no-pictures = Pictures are not read here.
    .hint = Send the text of the QR code instead.

## The virtual device: why a code may have been refused

device-why-length = { $typed } characters were typed, but a code of this key has { $digits }.
    .hint = A leading zero belongs to the code.
device-why-parameters = The code was made with { $made }, but the key says { $key }.
    .hint = An app that ignores what the QR code says makes such codes. Check the algorithm, the digits and the seconds.
device-why-clock-ahead =
    { $seconds ->
        [one] The device’s clock is 1 second ahead of the site’s.
       *[other] The device’s clock is { $seconds } seconds ahead of the site’s.
    }
    .hint = Set the device’s clock right.
device-why-clock-behind =
    { $seconds ->
        [one] The device’s clock is 1 second behind the site’s.
       *[other] The device’s clock is { $seconds } seconds behind the site’s.
    }
    .hint = Set the device’s clock right.
device-why-reused = The code is right, but it was sent before, and most sites take a code once.
    .hint = Wait for the next code.
device-why-stale =
    { $seconds ->
        [0] The code has just ended.
        [one] The code ended 1 second ago.
       *[other] The code ended { $seconds } seconds ago.
    }
    .hint = Ask for a code with more seconds left.
device-why-early =
    { $seconds ->
        [one] The code begins in 1 second.
       *[other] The code begins in { $seconds } seconds.
    }
device-why-counter-behind =
    { $count ->
        [one] 1 later code was handed out since.
       *[other] { $count } later codes were handed out since.
    }
    .hint = Use the newest code. A site takes none that is behind its counter.
device-why-counter-ahead =
    { $count ->
        [0] The code is the next one, which was not handed out yet.
        [one] 1 code comes before this one.
       *[other] { $count } codes come before this one.
    }
    .hint = Sites look only a few codes ahead.
device-why-site-disagrees = The code is right by both clocks.
    .hint = The site may have seen it before, check with other parameters than its QR code says, or be locked for a while.
device-why-no-date = The code is right by the device’s clock.
    .hint = Give the Date header of the site’s answer to compare the clocks.
device-why-not-this-key = This key does not make this code, now or in the last minutes.
    .hint = Check for a typing mistake, and that the site and the device have the same key.

## The sites: what stands around every page

sim-page-test-site = TEST SITE
sim-page-banner = A practice site on this computer. Use made-up data only. World: { $world }
sim-page-banner-exposed = A practice site that other computers can reach. Use made-up data only. World: { $world }
sim-page-skip = Skip to the content
sim-page-not-affiliated = { $name }, not affiliated with { $product }. It copies the steps of its two-step sign-in, for practice and tests.
sim-page-made-up = { $name }: a made-up site for practice and tests.
sim-page-mail = Mailbox
sim-page-lab = Lab
sim-page-stale = This form was too old, or came from another page. Send it again.
sim-page-missing = There is no such page.

## The sites: pages

sim-page-home = Hello, { $name }
sim-page-home-about = You are logged in.
sim-page-account = Your account
sim-page-user-name = User name
sim-page-email = E-mail
sim-page-new-password = New password
sim-page-change-password = Change password
sim-page-change-email = Change e-mail
sim-page-save = Save
sim-page-sso = Logging in happens at { $name }.
sim-page-verify-email = Verify your e-mail address
sim-page-verify-email-button = Verify
sim-page-send-verification = Send the mail again
sim-page-other-account = Log in as somebody else
sim-page-challenge-ends =
    { $seconds ->
        [one] This step is open for one more second.
       *[other] This step is open for { $seconds } more seconds.
    }
sim-page-key-ends =
    { $seconds ->
        [one] This key is good for one more second.
       *[other] This key is good for { $seconds } more seconds.
    }
sim-page-administrator-resets = Lost your device and your recovery codes? Somebody with the role “{ $role }” can reset two-factor authentication for you.
sim-page-recover = Recover your account
sim-page-recover-about = Support will check that the account is yours before two-factor authentication is turned off.
sim-page-recover-message = How can support know that it is you?
sim-page-recover-send = Open a case
sim-page-case-opened = Your case is open
sim-page-case-opened-about = Support will look at it. You can log in when your ownership is confirmed.
sim-page-no-cases = There are no cases.
sim-page-case-open = Open
sim-page-case-approved = Confirmed
sim-page-case-refused = Refused
sim-page-qr = QR code for { $issuer }, { $account }
sim-page-issuer = Issuer
sim-page-account-name = Account
sim-page-open-app = Open in an authenticator app
sim-page-qr-download = Download the QR code:
sim-page-person = Person
sim-page-role = Role
sim-page-roles = Required of these roles
sim-page-actions = Actions
sim-page-mail-about = Every mail of this world. None is ever sent anywhere.
sim-page-no-mail = No mail has come yet.
sim-page-mail-to = To:
sim-page-mail-link = Open the link

## The server: refusals of requests

sim-host-missing = The request does not say which host it is for.
sim-host-unknown = This server does not answer under that name.
    .hint = Start it with --allow-host NAME if the name is right.
sim-origin-foreign = This request comes from another site’s page.
sim-token-missing = The token is missing or wrong.
    .hint = Send “Authorization: Bearer TOKEN” with the token that was printed at the start.
sim-body-large = The body of the request is too large.
sim-body-slow = The body of the request came too slowly.
sim-body-type = The body of the request is no JSON.
    .hint = Send “Content-Type: application/json”.
sim-value = { $field }: { $reason }
sim-refused = { $reason }
sim-world-unknown = There is no world “{ $name }”.
sim-world-taken = There is a world “{ $name }” already.
sim-too-many-worlds = There are as many worlds as there may be. End one that is not needed any more.
sim-user-unknown = There is nobody called “{ $name }”.
sim-fault-unknown = There is no fault “{ $name }”.
sim-case-unknown = There is no open case “{ $name }”.
sim-profile-unknown = There is no profile “{ $name }”.
sim-snapshot-unknown = There is no snapshot “{ $name }”.
sim-too-many-snapshots = This world keeps as many snapshots as it may.
sim-too-many-waits = Too many requests wait already.
sim-oracle-off = The oracle is off.
    .hint = Start the server with --oracle. Better: let a device make the code.
sim-profile = Line { $line }, column { $column }, { $path }: { $reason }
sim-port = Port { $port } cannot be used: { $reason }
    .hint = Choose another port, or 0 for any that is free.
sim-identity-port = The identity service cannot listen: { $reason }
sim-store = The file of worlds cannot be used: { $reason }
sim-start = The server cannot start: { $reason }

## The control API’s document

device-api-title = Keytick virtual device
device-api-about = Devices that hold keys for two-step sign-in, hand out their codes, and say why a site may have refused one.
sim-api-title = Keytick simulator
sim-api-about = Worlds, people, clocks, faults, mail and events of practice sites for two-step sign-in, and the sites’ login as an API.
sim-api-token = The token that was printed at the start.
sim-api-session = The session that the login gave.

## The lab: a page for people who test

sim-lab-key = Key
sim-lab-key-about = This page moves the clock and makes things go wrong. Open the address that was printed at the start, or paste the token.
sim-lab-key-wrong = This is not the key of this server.
sim-lab-open = Open
sim-lab-clock = Clock
sim-lab-clock-is-real = runs as the real one
sim-lab-clock-is-offset = moved
sim-lab-clock-is-frozen = stands still
sim-lab-clock-30 = 30 seconds on
sim-lab-clock-300 = 5 minutes on
sim-lab-clock-back = 30 seconds back
sim-lab-clock-edge = One second before the next code
sim-lab-clock-freeze = Stop
sim-lab-clock-real = Real time
sim-lab-clock-set = Time
sim-lab-clock-freeze-there = Stop at this time
sim-lab-clock-unread = Give a number of seconds.
sim-lab-step =
    { $seconds ->
        [one] Step { $step }, good for one more second
       *[other] Step { $step }, good for { $seconds } more seconds
    }
sim-lab-people = People
sim-lab-password = Password: { $password }.
sim-lab-codes-left =
    { $count ->
        [0] No recovery codes.
        [one] 1 recovery code.
       *[other] { $count } recovery codes.
    }
sim-lab-locked = locked
sim-lab-unlock = Unlock
sim-lab-reset-user = Start over
sim-lab-reset = Start the whole world over
sim-lab-faults = Faults
sim-lab-no-faults = Nothing goes wrong on purpose.
sim-lab-fired =
    { $count ->
        [0] has not happened yet
        [one] happened once
       *[other] happened { $count } times
    }
sim-lab-fault-kind = What goes wrong
sim-lab-fault-params = Its parameters, as JSON
sim-lab-fault-times = How often: a number, or empty for always
sim-lab-fault-route = Only on this path, such as /login/*
sim-lab-fault-step = Only at this step, such as code
sim-lab-fault-user = Only for this person
sim-lab-fault-add = Add the fault
sim-lab-fault-remove = Remove
sim-lab-times-unread = Give a number, or leave it empty.
sim-lab-profile = This site
sim-lab-sources = After:
sim-lab-assumed = No source confirms these values; they are assumptions:
sim-lab-log = What happened
sim-lab-log-again = Look again
sim-lab-log-all = Show everything
sim-lab-log-when = When
sim-lab-log-who = Who
sim-lab-log-what = What
sim-lab-log-why = Rule that decided
