import { useQuery } from "@tanstack/react-query";
import { useSpeech } from "../../kit/language";
import { Failure, Loading } from "../../kit/parts";
import { OnePartner } from "./OnePartner";
import { PartnerForm } from "./PartnerForm";
import { partners } from "./queries";
import "../../accounts/sections.css";
import "./partners.css";

/** Catalogues of others, from which technologies and needs come in for review. */
export function Partners() {
  const { feeds } = useSpeech().words;
  const found = useQuery(partners);
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  return (
    <div className="account-sections">
      <section className="panel card-panel">
        <h2>{feeds.sections.partners}</h2>
        <p className="hint">{feeds.partnersLead}</p>
        {!found.data.length && <p className="hint">{feeds.noPartners}</p>}
        <ul className="rows">
          {found.data.map((one) => (
            <OnePartner key={one.id} partner={one} />
          ))}
        </ul>
      </section>
      <section className="panel card-panel">
        <h2>{feeds.addPartner}</h2>
        <PartnerForm />
      </section>
    </div>
  );
}
