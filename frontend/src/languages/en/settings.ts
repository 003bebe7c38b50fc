import type vi from "../vi/settings";

const settings: typeof vi = {
  section: "Settings",
  lead: "What the service runs with now. It is changed in the environment of the service, which then starts anew. Secrets are never shown.",
  groups: {
    service: "Service",
    storage: "Database and folders",
    model: "Language model",
    mail: "Mail",
    sign_in: "Signing in",
    limits: "Limits",
  },
  variable: "Environment variable",
  value: "In force",
  default: "Default",
  set: "set",
  notSet: "not set",
  empty: "empty",
  on: "on",
  off: "off",
  // The service's own descriptions are English.
  does: {},
};

export default settings;
