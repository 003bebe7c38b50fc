import { queryOptions } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../kit/api";

export type Point = Schemas["MapPoint"];
export type Theme = Schemas["Theme"];
export type WeakList = Schemas["WeakList"];

const KEPT_MS = 300_000;

export const map = queryOptions({
  queryKey: ["landscape", "map"],
  queryFn: () => ask(api.GET("/api/overview/map")),
  staleTime: KEPT_MS,
});

export const themes = queryOptions({
  queryKey: ["landscape", "themes"],
  queryFn: () => ask(api.GET("/api/overview/themes")),
  staleTime: KEPT_MS,
});

export const unmetNeeds = queryOptions({
  queryKey: ["landscape", "unmet-needs"],
  queryFn: () => ask(api.GET("/api/overview/unmet-needs")),
  staleTime: KEPT_MS,
});

export const unaskedTechnologies = queryOptions({
  queryKey: ["landscape", "unasked-technologies"],
  queryFn: () => ask(api.GET("/api/overview/unasked-technologies")),
  staleTime: KEPT_MS,
});
