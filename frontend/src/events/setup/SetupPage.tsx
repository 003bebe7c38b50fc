import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useRef } from "react";
import { Guarded } from "../../accounts/Guarded";
import { WhatIf } from "../../agenda/live/WhatIf";
import { nameIn, useSpeech } from "../../kit/language";
import { Failure, Loading, Title } from "../../kit/parts";
import { useInView } from "../../kit/useInView";
import { type Event, event as eventQuery } from "../queries";
import { EventForm } from "./EventForm";
import { FixedStep } from "./fixed/FixedStep";
import { PairsStep } from "./pairs/PairsStep";
import { PeopleStep } from "./PeopleStep";
import { PhaseStep } from "./PhaseStep";
import { updateEvent, useSaving } from "./saving";
import { SlotsStep } from "./slots/SlotsStep";
import { VenueStep } from "./venue/VenueStep";
import "./setup.css";

const STEPS = ["basics", "slots", "venue", "people", "fixed", "pairs", "whatif", "phase"] as const;
const route = getRouteApi("/events/$id/setup");

export function SetupPage() {
  return (
    <Guarded action="events.update_event">
      <Steps />
    </Guarded>
  );
}

function Steps() {
  const { words, code } = useSpeech();
  const id = Number(route.useParams().id);
  const found = useQuery(eventQuery(id));
  const asked = route.useSearch().step;
  const step = STEPS.find((one) => one === asked) ?? "basics";
  const steps = useRef<HTMLOListElement>(null);
  useInView(steps, `${step} ${found.isSuccess}`);
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const event = found.data;
  return (
    <>
      <div className="page-head">
        <Title>{words.setup.title(nameIn(code, { vi: event.name_vi, en: event.name_en }))}</Title>
        <p className="links">
          <span className="badge">{words.phases[event.phase]}</span>
          <Link to="/events/$id" params={{ id: String(id) }}>
            {words.setup.toPage}
          </Link>
        </p>
      </div>
      <nav aria-label={words.setup.stepsOf}>
        <ol className="steps" ref={steps}>
          {STEPS.map((one, place) => (
            <li key={one}>
              <Link
                to="/events/$id/setup"
                params={{ id: String(id) }}
                search={{ step: one }}
                // Without its own word the router would say "page" of it.
                activeProps={{ "aria-current": "step" }}
                aria-current={one === step ? "step" : undefined}
              >
                <span aria-hidden="true">{place + 1}</span> {words.setup.steps[one]}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      {step === "basics" && <Basics event={event} />}
      {step === "slots" && <SlotsStep event={event} />}
      {step === "venue" && <VenueStep event={event} />}
      {step === "people" && <PeopleStep event={event} />}
      {step === "fixed" && <FixedStep event={event} />}
      {step === "pairs" && <PairsStep event={event} />}
      {step === "whatif" && <WhatIf eventId={id} />}
      {step === "phase" && <PhaseStep event={event} />}
    </>
  );
}

function Basics({ event }: { event: Event }) {
  const { words } = useSpeech();
  const saving = useSaving(event.id, (changes: object) => updateEvent(event.id, event.version, { ...changes }));
  return (
    <EventForm
      event={event}
      error={saving.error}
      pending={saving.isPending}
      label={words.setup.save}
      save={saving.mutateAsync}
    />
  );
}
