import { queryOptions } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../../kit/api";

export type Partner = Schemas["PartnerPublic"];
export type PartnerSent = Schemas["PartnerSent"];
export type PartnerRecord = Schemas["PartnerRecordPublic"];
export type RecordState = Schemas["RecordState"];
/** What a first page said; the job's result is not described by the service. */
export interface Tried {
  read: number;
  refused: number;
  total: number;
  more: boolean;
  sample: { title: string; language: string; sectors: string[]; holder: string; address: string }[];
  terms: { term: string; number: number }[];
}

export const RECORD_PAGE = 20;
const LOOK_AGAIN_MS = 1_500;

const isBusy = (partner: Partner) => partner.job?.state === "queued" || partner.job?.state === "running";

export const partners = queryOptions({
  queryKey: ["partners"],
  queryFn: () => ask(api.GET("/api/partners")),
  refetchInterval: (query) => (query.state.data?.some(isBusy) ? LOOK_AGAIN_MS : false),
});

export const partnerRecords = (id: number, state: RecordState | undefined, alike: boolean, offset: number, seen: number) =>
  queryOptions({
    queryKey: ["partners", id, state, alike, offset, seen],
    queryFn: () =>
      ask(
        api.GET("/api/partners/{partner_id}/records", {
          params: { path: { partner_id: id }, query: { state, alike, offset, limit: RECORD_PAGE } },
        }),
      ),
  });
