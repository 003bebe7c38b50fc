import { useState } from "react";
import { useSpeech } from "../kit/language";
import { TextField } from "../kit/parts";
import { type Cut, reportPath } from "./cut";

/** The report of the chosen event or period, as files in the reader's language. */
export function ReportPanel({ cut }: { cut: Cut }) {
  const { words, code } = useSpeech();
  const { figures } = words;
  const [issuer, setIssuer] = useState("");
  const [number, setNumber] = useState("");
  const told = { language: code === "vi" ? "vi" : "en", issuer, number };
  const pdf = reportPath(cut, { form: "pdf", ...told });
  const xlsx = reportPath(cut, { form: "xlsx", ...told });
  return (
    <section className="panel card-panel figures-section no-print">
      <h2>{figures.report}</h2>
      <p>{figures.reportText}</p>
      <div className="pair">
        <TextField label={figures.issuer} value={issuer} maxLength={300} onChange={setIssuer} />
        <TextField label={figures.reportNumber} value={number} maxLength={300} onChange={setNumber} />
      </div>
      {pdf && xlsx ? (
        <p className="links">
          <a className="button primary" href={pdf} download>
            {figures.pdf}
          </a>
          <a className="button" href={xlsx} download>
            {figures.xlsx}
          </a>
        </p>
      ) : (
        <p className="notice">{figures.reportNeeds}</p>
      )}
      {(cut.sector || cut.kind || cut.region) && <p className="hint">{figures.reportCut}</p>}
    </section>
  );
}
