import { useQuery } from "@tanstack/react-query";
import { sectors } from "../catalogue/queries";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading } from "../kit/parts";

/** All sectors by their codes; they are data of the service and only read here. */
export function Taxonomy() {
  const { code } = useSpeech();
  const found = useQuery(sectors);
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  return found.data
    .filter((top) => !top.parent)
    .map((top) => (
      <details key={top.code} className="sector">
        <summary>{nameIn(code, { vi: top.name_vi, en: top.name_en })}</summary>
        <dl className="changes">
          {found.data
            .filter((leaf) => leaf.parent === top.code)
            .map((leaf) => (
              <div key={leaf.code}>
                <dt>
                  {nameIn(code, { vi: leaf.name_vi, en: leaf.name_en })} <code>{leaf.code}</code>
                </dt>
                <dd>{nameIn(code, { vi: leaf.description_vi, en: leaf.description_en })}</dd>
              </div>
            ))}
        </dl>
      </details>
    ));
}
