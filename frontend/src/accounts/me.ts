/** Who is signed in, as the service says it. */
import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../kit/api";
import { forgetOthers } from "../kit/unsent/keeping";
import { forgetAnswers } from "../offline/register";

export type Me = Schemas["Me"];
export type Party = Schemas["DemonstrationParty"];

export const me = queryOptions({
  queryKey: ["me"],
  queryFn: () => ask(api.GET("/api/me")),
  staleTime: 300_000,
});

/** Null until the service has said it. */
export const useMe = (): Me | null => useQuery(me).data ?? null;

/** Whether it has not been said yet who is here: what stands around a page depends on it, and must not jump. */
export function useWaitsForMe(): boolean {
  const { isPending, failureCount } = useQuery(me);
  return isPending && !failureCount;
}

/** Whether the service would let one do something; an action is named as in its table of permissions. */
export function useMay(): (action: string) => boolean {
  const actions = useMe()?.actions ?? [];
  return (action) => actions.includes(action);
}

/** Somebody else is signed in from here on: what was shown to the one before is forgotten. */
export function becomes(client: QueryClient, now: Me): void {
  client.setQueryData(me.queryKey, now);
  void forgetAnswers();
  forgetOthers(now.account?.id ?? null);
  void import("../importing/keptFile").then(({ forgetFilesOfOthers }) => forgetFilesOfOthers(now.account?.id ?? null));
  void client.resetQueries({ predicate: (query) => query.queryKey[0] !== me.queryKey[0] });
}

export const signIn = (email: string, password: string): Promise<Me> =>
  ask(api.POST("/api/sign-in", { body: { email, password } }));

export const signInAs = (party: Party): Promise<Me> =>
  ask(api.POST("/api/demonstration/sign-in", { body: { party } }));

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await ask(api.POST("/api/sign-out"));
    becomes(client, await ask(api.GET("/api/me")));
  };
}
