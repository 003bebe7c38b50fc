const refusals: Record<string, string> = {
  sign_in_wrong: "The address or the password is wrong.",
  too_little_to_learn_from: "There are too few answers and outcomes to learn from.",
  no_former_weights: "These are the first weights; there are none before them.",
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
  tax_code_invalid: "That is no tax code; look at each digit again.",
  sole_owner: "You are the only owner of an organisation. Hand it over first.",
  sign_in_again: "Sign out, sign in again, and do it at once.",
  provider_not_found: "This way of signing in is not there any more.",
  domain_taken: "This mail domain belongs to another organisation.",
  provider_refused: "The provider refused, or signing in was called off. Please try again.",
  conflicting_change: "Somebody changed it at the same time. Please repeat.",
};

export default refusals;
