import { api, ask, type Schemas } from "../../kit/api";

export type Sector = Schemas["SectorPublic"];
export type Words = Pick<Sector, "name_vi" | "name_en" | "description_vi" | "description_en">;

/** What of a sector is written by people. */
export const wordsOf = ({ name_vi, name_en, description_vi, description_en }: Words): Words => ({
  name_vi,
  name_en,
  description_vi,
  description_en,
});

export const addSector = (body: Words & { code: string }) => ask(api.POST("/api/sectors", { body }));

export const saveSector = (sector: Sector, changes: Partial<Words & { retired: boolean }>) =>
  ask(
    api.PUT("/api/sectors/{code}", {
      params: { path: { code: sector.code } },
      body: { ...wordsOf(sector), retired: sector.retired, ...changes, version: sector.version },
    }),
  );

export const removeSector = (code: string) => ask(api.DELETE("/api/sectors/{code}", { params: { path: { code } } }));
