import { queryOptions } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../kit/api";

export type Receiver = Schemas["ReceiverPublic"];
export type Delivery = Schemas["DeliveryPublic"];
export type DeliveryState = Schemas["DeliveryState"];
export type NationalRecord = Schemas["RecordPublic"];
export type TakenState = Schemas["TakenState"];

/** What is under way is looked at again as often. */
const LOOK_AGAIN_MS = 5_000;
export const LOG_PAGE = 20;
export const RECORD_PAGE = 20;

export const receivers = queryOptions({
  queryKey: ["webhooks"],
  queryFn: () => ask(api.GET("/api/webhooks")),
  refetchInterval: LOOK_AGAIN_MS,
});

export const deliveries = (receiverId: number, state: DeliveryState | undefined, offset: number) =>
  queryOptions({
    queryKey: ["webhooks", receiverId, state, offset],
    queryFn: () =>
      ask(
        api.GET("/api/webhooks/{receiver_id}/deliveries", {
          params: { path: { receiver_id: receiverId }, query: { state, offset, limit: LOG_PAGE } },
        }),
      ),
    refetchInterval: LOOK_AGAIN_MS,
  });

export const nationalRecords = (state: TakenState | undefined, offset: number) =>
  queryOptions({
    queryKey: ["national-records", state, offset],
    queryFn: () =>
      ask(api.GET("/api/national-records", { params: { query: { state, offset, limit: RECORD_PAGE } } })),
  });

export const recordMapping = queryOptions({
  queryKey: ["record-mapping"],
  queryFn: () => ask(api.GET("/api/national-records/mapping")),
});
