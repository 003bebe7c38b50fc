import { useMutation } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Guarded } from "../../accounts/Guarded";
import { useSpeech } from "../../kit/language";
import { Title } from "../../kit/parts";
import { EventForm } from "./EventForm";
import { createEvent } from "./saving";
import "./setup.css";

const route = getRouteApi("/events/new");

export function NewEvent() {
  const { words } = useSpeech();
  const { vi, en, sector } = route.useSearch();
  const navigate = route.useNavigate();
  const create = useMutation({
    mutationFn: createEvent,
    onSuccess: ({ id }) => void navigate({ to: "/events/$id/setup", params: { id: String(id) }, search: { step: "slots" } }),
  });
  const topic = sector?.split(".")[0];
  return (
    <Guarded action="events.create_event">
      <div className="page-head">
        <Title>{words.setup.newDay}</Title>
        <p className="lead">{words.setup.newLead}</p>
      </div>
      <EventForm
        start={{ name_vi: vi ?? "", name_en: en ?? "", sectors: topic ? [topic] : [] }}
        error={create.error}
        pending={create.isPending}
        label={words.setup.create}
        save={create.mutateAsync}
      />
    </Guarded>
  );
}
