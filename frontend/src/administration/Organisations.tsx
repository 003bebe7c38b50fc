import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { organisations } from "../accounts/queries";
import { useMay } from "../accounts/me";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading, TextField } from "../kit/parts";
import { found as has } from "../kit/plain";
import { AddOrganisation } from "./AddOrganisation";

export function Organisations() {
  const { words, code } = useSpeech();
  const { administration } = words;
  const may = useMay();
  const [typed, setTyped] = useState("");
  const found = useQuery(organisations);
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const shown = found.data.filter((one) => has(typed, `${one.name_vi} ${one.name_en}`));
  return (
    <>
      {may("accounts.create_organisation") && <AddOrganisation />}
      <div className="chooser">
        <TextField label={administration.find} type="search" value={typed} onChange={setTyped} />
      </div>
      <p role="status" className="hint">
        {administration.found(shown.length)}
      </p>
      <div className="scroll" tabIndex={0} role="region" aria-label={administration.sections.organisations}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{administration.name}</th>
              <th scope="col">{administration.kind}</th>
              <th scope="col">{administration.state}</th>
              <th scope="col">{words.region}</th>
              <th scope="col">{words.website}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <Link to="/organisations/$id" params={{ id: String(one.id) }}>
                    {nameIn(code, { vi: one.name_vi, en: one.name_en })}
                  </Link>
                </th>
                <td>{one.kind && administration.organisationKinds[one.kind]}</td>
                <td>
                  <span className={`badge ${one.verification === "verified" ? "yes" : ""}`}>
                    {words.organisationPage.verifications[one.verification]}
                  </span>
                </td>
                <td>{one.region && (words.regions[one.region] ?? one.region)}</td>
                <td>
                  {one.website && (
                    <a href={one.website} rel="noopener noreferrer nofollow" target="_blank">
                      {one.website.replace(/^https?:\/\/(www\.)?/, "")}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
