import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../kit/api";
import type { Cut } from "./cut";
import { asQuery } from "./cut";

export type Definition = Schemas["DefinitionPublic"];
export type Figure = Schemas["FigurePublic"];
export type Indicators = Schemas["IndicatorsPublic"];

export const definitions = queryOptions({
  queryKey: ["indicator-definitions"],
  queryFn: () => ask(api.GET("/api/indicators/definitions")),
  staleTime: Number.POSITIVE_INFINITY,
});

export const indicators = (cut: Cut) =>
  queryOptions({
    queryKey: ["indicators", cut],
    queryFn: ({ signal }) => ask(api.GET("/api/indicators", { params: { query: asQuery(cut) }, signal })),
    placeholderData: keepPreviousData,
  });
