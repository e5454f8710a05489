#!/bin/sh
# Setting up codes, logging in with one, and losing the device, with nothing but curl: on a
# site in the style of Infura, where using the backup code turns two-factor authentication off.
#
# Takes a running simulator: KEYTICK_SIM_URL and KEYTICK_SIM_TOKEN, as its ready line has them.
set -eu

origin=$(printf '%s' "$KEYTICK_SIM_URL" | sed 's#^\(http://[^/]*\).*#\1#')
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

nothing='{}'

# Sends JSON to the control API or to a device.
send() { # METHOD PATH [JSON]
    json=${3:-}
    curl --silent --show-error --fail-with-body --request "$1" "$origin$2" \
        --header "Authorization: Bearer $KEYTICK_SIM_TOKEN" \
        --header 'Content-Type: application/json' --data "${json:-$nothing}"
}

# The value of a field of JSON on standard input: enough for short answers.
field() { # NAME
    sed -n 's/.*"'"$1"'": *"\{0,1\}\([^",}]*\).*/\1/p'
}

# A browser: keeps cookies, follows redirects, shows the page.
browse() {
    curl --silent --show-error --location --cookie "$folder/cookies" --cookie-jar "$folder/cookies" "$@" \
        >"$folder/page"
}

# Sends a form of the page that is open. Its hidden field proves that the form is the site's.
press() { # PATH [NAME=VALUE]...
    path=$1
    shift
    csrf=$(sed -n 's/.*name="csrf" value="\([^"]*\)".*/\1/p' "$folder/page" | head -1)
    fields="--data-urlencode csrf=$csrf"
    for value in "$@"; do fields="$fields --data-urlencode $value"; done
    # shellcheck disable=SC2086 # the values of this example have no spaces
    browse $fields "$site$path"
}

# A code of the device, at the world's time. If there is none yet, the clock is moved on.
code() {
    now=$(send GET "/__sim/v1/worlds/$world/clock" | field unix)
    answer=$(send POST "/__device/v1/devices/$device/code" "{\"at\": $now}" 2>"$folder/refused") || {
        wait=$(printf '%s' "$answer" | field wait)
        send POST "/__sim/v1/worlds/$world/clock/advance" "{\"seconds\": $wait}" >"$folder/moved"
        now=$((now + wait))
        answer=$(send POST "/__device/v1/devices/$device/code" "{\"at\": $now}")
    }
    printf '%s' "$answer" | field code
}

expect() { # WHAT IS WANTED
    [ "$2" = "$3" ] || {
        echo "$1: $2 instead of $3" >&2
        exit 1
    }
    echo "$1: $2"
}

factor() {
    send GET "/__sim/v1/worlds/$world/users/alice" | field factor
}

type_password() {
    browse "$site/login"
    press /login identifier=alice password=demo
}

# A world of our own, whose clock stands still, and a device.
world=$(send POST /__sim/v1/worlds \
    '{"profile": "infura", "clock": {"mode": "frozen", "now": "2005-03-18T01:58:00Z"}}' | field id)
device=$(send POST /__device/v1/devices | field id)
site="$origin/w/$world"

# Set codes up: Enable, scan the QR code, a first code, Verify, Continue.
type_password
browse "$site/settings/security"
press /settings/security/enroll
browse "$site/settings/security/enroll"
curl --silent --show-error --cookie "$folder/cookies" --output "$folder/qr.png" \
    "$site/settings/security/enroll/qr.png"
curl --silent --show-error --fail --output "$folder/added" \
    --header "Authorization: Bearer $KEYTICK_SIM_TOKEN" --header 'Content-Type: image/png' \
    --data-binary "@$folder/qr.png" "$origin/__device/v1/devices/$device/accounts"
press /settings/security/enroll/verify "code=$(code)"
browse "$site/settings/security/codes"
backup=$(sed -n 's#.*<li><code>\([^<]*\)</code>.*#\1#p' "$folder/page" | head -1)
press /settings/security/codes/ack
expect 'set up, codes are' "$(factor)" on

# Log in with a code, as an app would.
rm -f "$folder/cookies"
due=$(send POST "/w/$world/api/login" '{"identifier": "alice", "password": "demo"}')
challenge=$(printf '%s' "$due" | field challenge)
answer=$(send POST "/w/$world/api/login/code" "{\"challenge\": \"$challenge\", \"code\": \"$(code)\"}")
expect 'logged in with a code' "$(printf '%s' "$answer" | field status)" success

# Lose the device, and log in with the backup code.
send DELETE "/__device/v1/devices/$device"
due=$(send POST "/w/$world/api/login" '{"identifier": "alice", "password": "demo"}')
challenge=$(printf '%s' "$due" | field challenge)
answer=$(send POST "/w/$world/api/login/backup" "{\"challenge\": \"$challenge\", \"code\": \"$backup\"}")
expect 'logged in with the backup code' "$(printf '%s' "$answer" | field status)" success
expect 'codes are' "$(factor)" off

send DELETE "/__sim/v1/worlds/$world"
