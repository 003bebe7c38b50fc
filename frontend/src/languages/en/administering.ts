import type vi from "../vi/administering";

const administering: typeof vi = {
  tokens: "Keys of programs",
  tokensLead: "What people made for programs of theirs. Nobody can read a key again; revoking one stops the program at once, and its person is told by letter.",
  findToken: "Find by name of the key, person or address",
  tokensFound: (count) => `${count} ${count === 1 ? "key" : "keys"}`,
  noTokens: "Nobody has made a key yet.",
  forOrganisation: (name) => `for ${name}`,
  addOrganisation: "Add an organisation",
  addOrganisationLead: "One that organisers add counts as verified. To let its people in, invite them on its own page.",
  added: "Added.",
  size: "Size",
  notSaid: "not said",
  website: "Website",
  websiteHint: "Begins with https://",
};

export default administering;
