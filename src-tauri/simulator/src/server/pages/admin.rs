//! What administrators and support see: what is required, who has set it up, the cases.

use maud::{Markup, html};

use super::Sight;
use super::frame::Frame;
use super::parts::{alert, head, icon, last, notice, t};
use super::settings::step_up;
use crate::profile::{EnforceScope, Mark};
use crate::world::{Case, CaseState, Member};

/// What is required and available.
pub(super) fn policy(frame: &Frame<'_>, sight: &Sight<'_>) -> Markup {
    let (profile, nav) = (frame.profile, &frame.profile.nav.admin);
    let view = sight.world.policy_view();
    let content = html! {
        (head(nav, last(nav)))
        (alert(sight.alert()))
        (notice(sight.notice))
        @if let Some(feature) = &profile.feature {
            section.card {
                h2 { (profile.labels.two_factor) }
                (frame.form("/admin/feature", html! {
                    (tick("available", "yes", &feature.label, view.available))
                    div.actions { button type="submit" { (t("sim-page-save")) } }
                }))
            }
        }
        @if let Some(enforce) = &profile.enforce {
            section.card {
                (frame.form("/admin/policy", html! {
                    (tick("required", "yes", &enforce.label, view.required))
                    @if enforce.scope == EnforceScope::Role {
                        fieldset {
                            legend { (t("sim-page-roles")) }
                            @for role in profile.roles() {
                                (tick("role", &role, &role, view.roles.contains(&role)))
                            }
                        }
                    }
                    (step_up(frame, sight))
                    div.actions { button.primary type="submit" { (enforce.save) } }
                }))
            }
        }
    };
    frame.app(last(nav), &content)
}

fn tick(name: &str, value: &str, label: &str, on: bool) -> Markup {
    let id = format!("{name}-{value}");
    html! {
        div.check {
            input type="checkbox" id=(id) name=(name) value=(value) checked[on];
            label for=(id) { (label) }
        }
    }
}

/// Who has set up codes.
pub(super) fn users(frame: &Frame<'_>, sight: &Sight<'_>) -> Markup {
    let nav = &frame.profile.nav.team;
    let heading = frame
        .profile
        .monitor
        .as_ref()
        .map_or(last(nav), |monitor| monitor.page.as_str());
    let members = sight.world.team().unwrap_or_default();
    let can_reset = sight.powers().reset;
    let monitor = frame.profile.monitor.as_ref();
    let marks =
        monitor.is_some_and(|monitor| monitor.on != Mark::None || monitor.off != Mark::None);
    let content = html! {
        (head(nav, heading))
        (alert(sight.alert()))
        (notice(sight.notice))
        section.card {
            table.people {
                thead { tr {
                    th scope="col" { (t("sim-page-person")) }
                    th scope="col" { (t("sim-page-role")) }
                    @if marks { th scope="col" { (frame.profile.labels.two_factor) } }
                    @if can_reset { th scope="col" { span.visually-hidden { (t("sim-page-actions")) } } }
                } }
                tbody { @for member in &members { (row(frame, member, marks, can_reset)) } }
            }
        }
    };
    frame.app(heading, &content)
}

fn row(frame: &Frame<'_>, member: &Member, marks: bool, can_reset: bool) -> Markup {
    let labels = &frame.profile.labels;
    html! {
        tr {
            td { div.stack {
                strong { (member.name) }
                @if member.email != member.name { span.quiet.small { (member.email) } }
            } }
            td data-label=(t("sim-page-role")) { (member.role) }
            @if marks {
                td data-label=(labels.two_factor) { (mark(&member.mark, if member.on { &labels.on_text } else { &labels.off_text }, member.on)) }
            }
            @if can_reset {
                td {
                    @if let (true, Some(label)) = (member.on, &frame.profile.recovery.admin_reset) {
                        (frame.form("/admin/users/reset", html! {
                            input type="hidden" name="user" value=(member.name);
                            button.small-button type="submit" aria-label=(format!("{label}: {}", member.name)) { (label) }
                        }))
                    }
                }
            }
        }
    }
}

/// What stands beside a name, with its meaning for those who cannot see it.
fn mark(mark: &Mark, meaning: &str, on: bool) -> Markup {
    match mark {
        Mark::Icon(name) => icon(name, meaning),
        Mark::Badge(words) => html! { span.badge.(if on { "on" } else { "off" }) { (words) } },
        Mark::Text(words) => html! { (words) },
        Mark::None => html! {},
    }
}

/// The cases of support.
pub(super) fn cases(frame: &Frame<'_>, sight: &Sight<'_>) -> Markup {
    let labels = &frame.profile.labels;
    let cases = sight.world.cases();
    let content = html! {
        (head(&frame.profile.nav.cases, &labels.cases))
        (alert(sight.alert()))
        (notice(sight.notice))
        @if cases.is_empty() {
            section.card { p.quiet { (t("sim-page-no-cases")) } }
        }
        @for case in cases { (case_card(frame, case)) }
    };
    frame.app(&labels.cases, &content)
}

fn case_card(frame: &Frame<'_>, case: &Case) -> Markup {
    let labels = &frame.profile.labels;
    let decide = |path: &str, class: &str, label: &str| {
        frame.form(
            path,
            html! {
                input type="hidden" name="case" value=(case.id);
                button class=(class) type="submit" { (label) }
            },
        )
    };
    html! {
        section.card aria-labelledby=(format!("case-{}", case.id)) {
            div.split {
                h2 id=(format!("case-{}", case.id)) { "#" (case.id) " " (case.user) }
                @match case.state {
                    CaseState::Open => span.badge.warn { (t("sim-page-case-open")) },
                    CaseState::Approved => span.badge.on { (t("sim-page-case-approved")) },
                    CaseState::Refused => span.badge.off { (t("sim-page-case-refused")) },
                }
            }
            p.quiet.small { time datetime=(case.opened) { (case.opened) } }
            @if !case.message.is_empty() { p.letter { (case.message) } }
            @if case.state == CaseState::Open {
                div.actions {
                    (decide("/support/cases/approve", "primary", &labels.approve))
                    (decide("/support/cases/refuse", "plain", &labels.refuse))
                }
            }
        }
    }
}
