import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "../kit/api";

export const PAGE = 50;
const path = (organisation_id: number) => ({ path: { organisation_id } });

export const members = (id: number) =>
  queryOptions({
    queryKey: ["members", id],
    queryFn: () => ask(api.GET("/api/organisations/{organisation_id}/members", { params: path(id) })),
  });

export const verification = (id: number) =>
  queryOptions({
    queryKey: ["verification", id],
    queryFn: () => ask(api.GET("/api/organisations/{organisation_id}/verification", { params: path(id) })),
  });

export const joinRequests = (id: number) =>
  queryOptions({
    queryKey: ["join-requests", id],
    queryFn: () => ask(api.GET("/api/organisations/{organisation_id}/join-requests", { params: path(id) })),
  });

export const invitations = (id: number) =>
  queryOptions({
    queryKey: ["invitations", id],
    queryFn: () => ask(api.GET("/api/invitations", { params: { query: { organisation_id: id, limit: 200 } } })),
  });

export const views = (id: number, offset: number) =>
  queryOptions({
    queryKey: ["views", id, offset],
    queryFn: () =>
      ask(
        api.GET("/api/organisations/{organisation_id}/views", {
          params: { ...path(id), query: { offset, limit: PAGE } },
        }),
      ),
  });
