import type vi from "../vi/registration";

const n = (value: number) => new Intl.NumberFormat("en-GB").format(value);

const registration: typeof vi = {
  title: "Your organisation's registration",
  registered: (people) => `Registered with ${n(people)} ${people === 1 ? "person" : "people"}.`,
  notRegistered: "Your organisation is not registered yet.",
  until: (moment) => `You can register, change and withdraw until ${moment}.`,
  refusedBy: {
    deadline_passed: (moment) => `Registration closed on ${moment}. If something has to change, ask the organisers.`,
    phase_refuses: () => "The day is past registration. If something has to change, ask the organisers.",
  },
  first: "Who comes?",
  register: "Register",
  another: "Add somebody",
  add: "Add",
  change: "change",
  changeOf: (name) => `Change the details of ${name}`,
  save: "Save",
  wishes: "What your organisation wants",
  wish: {
    stand_in: "Colleagues may stand in for one another",
    repeat_meetings: "Meet the same party a second time, if they want to as well",
  },
  withdraw: "Withdraw the registration",
  withdrawSure: "Withdraw your whole organisation? You can register again until the deadline.",
};

export default registration;
