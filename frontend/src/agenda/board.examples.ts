/** Meetings for tests. */
import type { Schemas } from "../kit/api";

const side = (person_id: number, person: string, organisation_en: string): Schemas["PartyPublic"] => ({
  person_id,
  person,
  organisation_id: person_id,
  organisation_vi: "",
  organisation_en,
  remote: false,
});

export const entry = (key: string): Schemas["EntryPublic"] => ({
  key,
  state: "planned",
  starts_at: "2027-05-20T08:30:00+07:00",
  ends_at: "2027-05-20T08:55:00+07:00",
  table_id: 1,
  table: "A",
  room: "Hall",
  video_link: null,
  need_id: 1,
  technology_id: 2,
  need_titles: {},
  technology_titles: {},
  need_side: side(1, "An", "Firm"),
  technology_side: side(2, "Binh", "Institute"),
  interpreter: null,
  expert: null,
});

export const placement = (
  key: string,
  values: Partial<Schemas["PlacementPublic"]> = {},
): Schemas["PlacementPublic"] => ({
  key,
  need_id: 1,
  technology_id: 2,
  need_organisation_id: 1,
  technology_organisation_id: 2,
  need_person_id: 1,
  technology_person_id: 2,
  slot_id: 5,
  table_id: 1,
  interpreter_id: null,
  expert_id: null,
  pinned: false,
  state: "planned",
  ...values,
});
