import type { Schemas } from "../kit/api";
import { useSpeech } from "../kit/language";
import { Select, TextField } from "../kit/parts";
import type { Unsent } from "../kit/unsent/useUnsent";
import { beginning } from "../kit/plain";

const KINDS: Schemas["OrganisationKind"][] = ["enterprise", "institute", "university", "agency", "foreign_supplier"];
const SIZES: Schemas["OrganisationSize"][] = ["micro", "small", "medium", "large"];

export interface WrittenOrganisation {
  name_vi: string;
  name_en: string;
  kind: Schemas["OrganisationKind"];
  region: string;
  size: Schemas["OrganisationSize"] | "";
  website: string;
  tax_code: string;
}
export const NEW_ORGANISATION: WrittenOrganisation = {
  name_vi: "",
  name_en: "",
  kind: "enterprise",
  region: "hai-phong",
  size: "",
  website: "",
  tax_code: "",
};

/** As the service takes it: what is not said is null. */
export const organisationContent = (written: WrittenOrganisation) => ({
  ...written,
  size: written.size || null,
  website: written.website.trim() || null,
});

export function OrganisationFields({ unsent }: { unsent: Unsent<WrittenOrganisation> }) {
  const { words } = useSpeech();
  const { joining, administration, administering } = words;
  const { value, field, write } = unsent;
  // A region of which the page has no name is shown by its code.
  const regions = { ...words.regions, ...(value.region in words.regions ? {} : { [value.region]: value.region }) };
  return (
    <>
      <TextField label={joining.nameVi} required={!value.name_en} maxLength={300} {...field("name_vi")} />
      <TextField label={joining.nameEn} required={!value.name_vi} maxLength={300} {...field("name_en")} />
      <div className="pair">
        <Select
          label={administration.kind}
          value={value.kind}
          choices={KINDS.map((kind) => ({ value: kind, label: beginning(administration.organisationKinds[kind] ?? kind) }))}
          onChange={(kind) => write({ kind: kind as WrittenOrganisation["kind"] })}
        />
        <Select
          label={administering.size}
          value={value.size}
          choices={[
            { value: "", label: administering.notSaid },
            ...SIZES.map((size) => ({ value: size, label: beginning(administration.sizes[size] ?? size) })),
          ]}
          onChange={(size) => write({ size: size as WrittenOrganisation["size"] })}
        />
      </div>
      <Select
        label={words.region}
        value={value.region}
        choices={Object.entries(regions).map(([code, label]) => ({ value: code, label }))}
        onChange={(region) => write({ region })}
      />
      <TextField
        label={administering.website}
        hint={administering.websiteHint}
        type="url"
        pattern="https?://.+"
        maxLength={300}
        {...field("website")}
      />
      <TextField
        label={joining.taxCode}
        hint={joining.taxCodeHint}
        inputMode="numeric"
        maxLength={40}
        {...field("tax_code")}
      />
    </>
  );
}
