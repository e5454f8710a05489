// Puts the icons of well-known sites into the page: a few of the thousands of `simple-icons`
// (CC0), each with its name and its outline, as the module `virtual:site-icons`.

import type { SimpleIcon } from "simple-icons";
import type { Plugin } from "vite";

const NAME = "virtual:site-icons";
const RESOLVED = `\0${NAME}`;

/** The sites, by their names in `simple-icons`. Icons with long outlines are left out. */
const SITES = `
1password adyen airbnb anthropic apple archlinux arxiv asana atlassian auth0 backblaze
battledotnet binance bitbucket bitwarden blockchaindotcom bluesky box cashapp cloudflare codeberg
coinbase dashlane digitalocean discord docker dropbox ea ebay element etsy evernote expressvpn
facebook fedora figma firebase gandi gitea github gitlab godaddy google hashicorp hetzner
homeassistant hubspot instagram jetbrains jira keepassxc kickstarter klarna lastpass
mastodon matrix mongodb mullvad n26 namecheap netlify newrelic nextcloud nordvpn notion npm nuget
okta ovh patreon paypal pinterest playstation plex postman proton protonmail pypi quora reddit
revolut riotgames robinhood roblox rocketdotchat rockstargames rubygems sentry shopify signal
snapchat soundcloud sourceforge spotify square squarespace stackoverflow steam stripe
supabase telegram tiktok todoist trello trezor tumblr tuta twitch uber ubiquiti ubisoft ubuntu
unity unrealengine venmo vercel vultr wise whatsapp wix wordpress x zoom
`;

/** The plugin for Vite's configuration. */
export function siteIcons(): Plugin {
  return {
    name: "site-icons",
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      const all = Object.values(
        (await import("simple-icons")) as unknown as Record<string, SimpleIcon>,
      );
      const sites = SITES.trim().split(/\s+/);
      const icons = sites.flatMap((slug) => {
        const icon = all.find((icon) => icon.slug === slug);
        return icon ? [[slug, { title: icon.title, path: icon.path }]] : [];
      });
      return `export default ${JSON.stringify(Object.fromEntries(icons))};`;
    },
  };
}
