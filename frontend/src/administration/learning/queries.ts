import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../kit/api";

export const refit = () => ask(api.POST("/api/learning/refit"));

export const goBack = () => ask(api.POST("/api/learning/go-back"));

/** What is known, and the versions; ``serving`` is the one of the running matcher, which follows within seconds. */
export const learningState = (serving: string | null) =>
  queryOptions({ queryKey: ["learning", serving], queryFn: () => ask(api.GET("/api/learning")) });
