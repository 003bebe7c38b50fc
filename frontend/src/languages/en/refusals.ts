const refusals: Record<string, string> = {
  sign_in_wrong: "The address or the password is wrong.",
  sign_in_needed: "Sign in first.",
  not_allowed: "This account may not do that.",
  password_wrong: "The current password is wrong.",
  link_not_valid: "This link was used already, has expired, or is wrong.",
  administrator_exists: "The service has an administrator already. Sign in.",
  email_taken: "There is an account with this address.",
  no_demonstration: "This service has no demonstration.",
  organisation_missing: "There is no organisation for this role yet. Load the sample data first.",
  device_not_found: "This device is signed out already.",
  other_site: "The request came from another site and was not taken.",
};

export default refusals;
