import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../kit/api";

export type Plan = Schemas["PlanPublic"];
export type Target = Schemas["TargetPublic"];
export type Entry = Schemas["PlanEntryPublic"];
export type TargetSent = Schemas["TargetCreate"];

export const planList = queryOptions({ queryKey: ["plans"], queryFn: () => ask(api.GET("/api/plans")) });

export const plan = (id: number) =>
  queryOptions({
    queryKey: ["plan", id],
    queryFn: () => ask(api.GET("/api/plans/{plan_id}", { params: { path: { plan_id: id } } })),
  });

/** What is done to a plan and its targets; afterwards the page asks again. */
export function usePlanChanges() {
  const client = useQueryClient();
  const anew = async <T>(asked: Promise<T>): Promise<T> => {
    try {
      return await asked;
    } finally {
      await client.invalidateQueries({ queryKey: ["plans"] });
      await client.invalidateQueries({ queryKey: ["plan"] });
    }
  };
  const at = (plan_id: number, target_id: number) => ({ params: { path: { plan_id, target_id } } });
  return {
    createPlan: (body: Schemas["PlanCreate"]) => anew(ask(api.POST("/api/plans", { body }))),
    savePlan: (plan_id: number, body: Schemas["PlanSaved"]) =>
      anew(ask(api.PUT("/api/plans/{plan_id}", { params: { path: { plan_id } }, body }))),
    deletePlan: (plan_id: number) => anew(ask(api.DELETE("/api/plans/{plan_id}", { params: { path: { plan_id } } }))),
    addTarget: (plan_id: number, body: TargetSent) =>
      anew(ask(api.POST("/api/plans/{plan_id}/targets", { params: { path: { plan_id } }, body }))),
    saveTarget: (plan_id: number, target_id: number, body: Schemas["TargetSaved"]) =>
      anew(ask(api.PUT("/api/plans/{plan_id}/targets/{target_id}", { ...at(plan_id, target_id), body }))),
    deleteTarget: (plan_id: number, target_id: number) =>
      anew(ask(api.DELETE("/api/plans/{plan_id}/targets/{target_id}", at(plan_id, target_id)))),
    enter: (plan_id: number, target_id: number, body: Schemas["EntrySent"]) =>
      anew(ask(api.POST("/api/plans/{plan_id}/targets/{target_id}/entries", { ...at(plan_id, target_id), body }))),
    takeBack: (plan_id: number, target_id: number, entry_id: number) =>
      anew(
        ask(
          api.DELETE("/api/plans/{plan_id}/targets/{target_id}/entries/{entry_id}", {
            params: { path: { plan_id, target_id, entry_id } },
          }),
        ),
      ),
  };
}
