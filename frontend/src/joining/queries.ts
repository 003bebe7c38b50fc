import { queryOptions } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../kit/api";

export type Purpose = Schemas["Purpose"];

export const terms = queryOptions({
  queryKey: ["sign-up-terms"],
  queryFn: () => ask(api.GET("/api/sign-up")),
  staleTime: 60_000,
});

export const invitationShown = (token: string) =>
  queryOptions({
    queryKey: ["invitation-shown", token],
    queryFn: () => ask(api.POST("/api/invitations/show", { body: { token } })),
    enabled: token !== "",
  });
