// Cypress runs tests inside the browser, so what needs a server is a task out here.

import { tasks } from "./tasks.js";

export default {
  screenshotOnRunFailure: false,
  e2e: {
    supportFile: false,
    specPattern: "login.cy.js",
    setupNodeEvents(on) {
      on("task", tasks);
    },
  },
};
