/** What was done to a draft, and who was told of what was published. */
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../../kit/api";
import { agendaKey } from "../queries";

export type Step = Schemas["StepPublic"];
export type Notice = Schemas["NoticePublic"];

export const steps = (event_id: number) =>
  queryOptions({
    queryKey: [...agendaKey(event_id), "steps"],
    queryFn: () => ask(api.GET("/api/events/{event_id}/agenda/draft/steps", { params: { path: { event_id } } })),
  });

export const notices = (event_id: number, number: number) =>
  queryOptions({
    queryKey: [...agendaKey(event_id), "notices", number],
    queryFn: () =>
      ask(api.GET("/api/events/{event_id}/agenda/versions/{number}/notices", { params: { path: { event_id, number } } })),
  });

/** Write down that somebody was told otherwise than by letter. */
export function useTold(event_id: number, number: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (person: number) =>
      ask(
        api.POST("/api/events/{event_id}/agenda/told", {
          params: { path: { event_id } },
          body: { number, person_ids: [person] },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: notices(event_id, number).queryKey }),
  });
}
