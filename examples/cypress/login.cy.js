// Setting up codes, logging in with one, and losing the device: on a site in the style of
// Infura, where using the backup code turns two-factor authentication off.

describe("two-factor authentication", () => {
  let site;

  beforeEach(() => {
    cy.task("begin", "infura").then((url) => {
      site = url;
    });
  });

  afterEach(() => {
    cy.task("end");
  });

  function typePassword() {
    cy.visit(`${site}login`);
    cy.get("input[name=identifier]").type("alice");
    cy.get("input[name=password]").type("demo");
    cy.contains("button", "Log in").click();
  }

  function typeCode() {
    cy.task("code").then((code) => {
      cy.get("input[name=code]").type(code);
    });
  }

  /** Gives the backup code to what follows. */
  function enrol() {
    typePassword();
    cy.visit(`${site}settings/security`);
    cy.contains("button", "Enable").click();
    cy.get("a[href^='otpauth:']")
      .invoke("attr", "href")
      .then((uri) => cy.task("addAccount", uri));
    typeCode();
    cy.contains("button", "Verify").click();
    return cy
      .get("ul.codes code")
      .invoke("text")
      .then((backupCode) => {
        cy.contains("button", "Continue").click();
        cy.contains("button", "Log out").click();
        return cy.wrap(backupCode);
      });
  }

  it("lets a person in with a code", () => {
    enrol();
    typePassword();
    typeCode();
    cy.contains("button", "Verify").click();
    cy.contains("button", "Log out").should("be.visible");
    cy.task("user", "alice").its("factor").should("equal", "on");
  });

  it("lets a person in with the backup code, and is off then", () => {
    enrol().then((backupCode) => {
      cy.task("loseDevice");
      typePassword();
      cy.contains("a", "Backup Code").click();
      cy.get("input[name=code]").type(backupCode);
      cy.contains("button", "Verify").click();
    });
    cy.contains("button", "Log out").should("be.visible");
    cy.task("user", "alice").its("factor").should("equal", "off");
  });
});
