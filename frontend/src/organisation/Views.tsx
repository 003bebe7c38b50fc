import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Schemas } from "../kit/api";
import { nameIn, useSpeech } from "../kit/language";
import { Pages } from "../kit/Pages";
import { Failure, Loading } from "../kit/parts";
import { PAGE, views } from "./queries";

/** Who was shown details of the organisation's. */
export function Views({ organisationId }: { organisationId: number }) {
  const { words } = useSpeech();
  const { organisationPage } = words;
  const [offset, setOffset] = useState(0);
  const found = useQuery(views(organisationId, offset));
  const total = found.data?.total ?? 0;
  return (
    <section className="section">
      <h2>{organisationPage.views}</h2>
      <p className="hint">{organisationPage.viewsLead}</p>
      {found.error && <Failure error={found.error} />}
      {found.isPending && <Loading />}
      {found.data && !total && <p className="notice">{organisationPage.noViews}</p>}
      {found.data && total > 0 && <Table rows={found.data.items} />}
      <Pages offset={offset} limit={PAGE} total={total} go={setOffset} />
    </section>
  );
}

function Table({ rows }: { rows: Schemas["ViewPublic"][] }) {
  const { words, code, day } = useSpeech();
  const { organisationPage } = words;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={organisationPage.views}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{organisationPage.day}</th>
            <th scope="col">{organisationPage.viewer}</th>
            <th scope="col">{organisationPage.what}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={`${one.at}${one.what}${one.item_id}${one.viewer}`}>
              <td>{day(one.day)}</td>
              <td>
                {nameIn(code, { vi: one.organisation_vi, en: one.organisation_en }) ||
                  (one.viewer === "organiser" ? organisationPage.organiser : one.viewer)}
              </td>
              <td>
                {one.what === "posting" ? (
                  <Link to="/postings/$id" params={{ id: String(one.item_id) }}>
                    {organisationPage.seen.posting} {one.item_id}
                  </Link>
                ) : one.what === "case" ? (
                  <Link to="/cases/$id" params={{ id: String(one.item_id) }}>
                    {organisationPage.seen.case} {one.item_id}
                  </Link>
                ) : (
                  `${organisationPage.seen[one.what]}${one.item_id ? ` ${one.item_id}` : ""}`
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
