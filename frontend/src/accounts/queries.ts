import { queryOptions } from "@tanstack/react-query";
import { api, ask, askAll } from "../kit/api";

export const organisations = queryOptions({
  queryKey: ["organisations"],
  queryFn: () => askAll((offset) => api.GET("/api/organisations", { params: { query: { limit: 200, offset } } })),
  staleTime: 300_000,
});

export const organisation = (id: number) =>
  queryOptions({
    queryKey: ["organisation", id],
    queryFn: () =>
      ask(api.GET("/api/organisations/{organisation_id}", { params: { path: { organisation_id: id } } })),
  });
