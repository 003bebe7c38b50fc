import { queryOptions } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../../kit/api";

export type Template = Schemas["AnswerTemplatePublic"];
export type TemplateSent = Schemas["AnswerTemplateSent"];
export type About = Template["about"];

export const ABOUTS: readonly About[] = ["posting", "organisation"];

/** The templates of all reviewers by name. */
export const templates = queryOptions({
  queryKey: ["answer-templates"],
  queryFn: () => ask(api.GET("/api/answer-templates")),
  staleTime: 60_000,
});

const path = (template_id: number) => ({ path: { template_id } });

export const saveTemplate = (body: TemplateSent, known?: Template): Promise<Template> =>
  known
    ? ask(api.PUT("/api/answer-templates/{template_id}", { params: path(known.id), body: { ...body, version: known.version } }))
    : ask(api.POST("/api/answer-templates", { body }));

export const removeTemplate = (id: number) =>
  ask(api.DELETE("/api/answer-templates/{template_id}", { params: path(id) }));
