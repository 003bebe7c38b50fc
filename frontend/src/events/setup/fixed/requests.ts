/** What is fixed in a session day: opening, lunch, company visits. */
import { queryOptions } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../../../kit/api";

export type Block = Schemas["BlockPublic"];
export type BlockSent = Schemas["BlockCreate"];

const BLOCKS = "/api/events/{event_id}/blocks";
const BLOCK = "/api/events/{event_id}/blocks/{block_id}";

export const blocks = (event_id: number) =>
  queryOptions({
    queryKey: ["blocks", event_id],
    queryFn: () => ask(api.GET(BLOCKS, { params: { path: { event_id } } })),
  });

/** Save a new block, or with an id another content of that one. */
export const saveBlock = (event_id: number, block_id: number | undefined, body: BlockSent) =>
  block_id === undefined
    ? ask(api.POST(BLOCKS, { params: { path: { event_id } }, body }))
    : ask(api.PUT(BLOCK, { params: { path: { event_id, block_id } }, body }));

export const deleteBlock = (event_id: number, block_id: number) =>
  ask(api.DELETE(BLOCK, { params: { path: { event_id, block_id } } }));
