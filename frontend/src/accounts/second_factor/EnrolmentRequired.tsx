import { useQueryClient } from "@tanstack/react-query";
import { api, ask } from "../../kit/api";
import { useSpeech } from "../../kit/language";
import { Title } from "../../kit/parts";
import { becomes } from "../me";
import { Enrolment } from "./Enrolment";

/** In the place of every page, for an administrator without a second step. */
export function EnrolmentRequired() {
  const { words } = useSpeech();
  const client = useQueryClient();
  return (
    <div className="narrow">
      <div className="page-head">
        <Title>{words.ownAccount.required}</Title>
        <p className="lead">{words.ownAccount.requiredLead}</p>
      </div>
      <div className="panel card-panel">
        <Enrolment done={() => void ask(api.GET("/api/me")).then((now) => becomes(client, now))} />
      </div>
    </div>
  );
}
