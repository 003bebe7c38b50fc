/** Who comes to a session day, and when they cannot. */
import { queryOptions } from "@tanstack/react-query";
import { api, ask, askAll, type Schemas } from "../../kit/api";

export type Person = Schemas["PersonPublic"];

const path = (event_id: number) => ({ path: { event_id } });
const REGISTRATION = "/api/events/{event_id}/registrations/{organisation_id}";
const PERSON = "/api/events/{event_id}/people/{person_id}";
const AVAILABILITY = "/api/events/{event_id}/people/{person_id}/availability";

export const ownRegistration = (event_id: number, organisation_id: number) =>
  queryOptions({
    queryKey: ["registration", event_id, organisation_id],
    queryFn: () => ask(api.GET(REGISTRATION, { params: { path: { event_id, organisation_id } } })),
    retry: false,
  });

export const ownPeople = (event_id: number, organisation_id: number) =>
  queryOptions({
    queryKey: ["people", event_id, organisation_id],
    queryFn: () =>
      askAll((offset) =>
        api.GET("/api/events/{event_id}/people", {
          params: { ...path(event_id), query: { organisation_id, limit: 200, offset } },
        }),
      ),
  });

/** With its first delegate; what else it wishes is said afterwards. Null is one's own organisation. */
export const register = (id: number, organisation_id: number | null, delegate: Schemas["DelegateCreate"]) =>
  ask(
    api.POST("/api/events/{event_id}/registrations", {
      params: path(id),
      body: { organisation_id, delegates: [delegate], stand_in: true, repeat_meetings: false },
    }),
  );

export const updateRegistration = (event_id: number, organisation_id: number, body: Schemas["RegistrationUpdate"]) =>
  ask(api.PATCH(REGISTRATION, { params: { path: { event_id, organisation_id } }, body }));

export const withdraw = (event_id: number, organisation_id: number) =>
  ask(api.DELETE(REGISTRATION, { params: { path: { event_id, organisation_id } } }));

export const addPerson = (id: number, body: Schemas["PersonCreate"]) =>
  ask(api.POST("/api/events/{event_id}/people", { params: path(id), body }));

export const updatePerson = (event_id: number, person_id: number, body: Schemas["PersonUpdate"]) =>
  ask(api.PATCH(PERSON, { params: { path: { event_id, person_id } }, body }));

export const deletePerson = (event_id: number, person_id: number) =>
  ask(api.DELETE(PERSON, { params: { path: { event_id, person_id } } }));

export const availability = (event_id: number, person_id: number) =>
  queryOptions({
    queryKey: ["availability", event_id, person_id],
    queryFn: () => ask(api.GET(AVAILABILITY, { params: { path: { event_id, person_id } } })),
  });

export const setAvailability = (event_id: number, person_id: number, away: number[]) =>
  ask(api.PUT(AVAILABILITY, { params: { path: { event_id, person_id } }, body: { away } }));
