import { useMutation } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useActing } from "../../accounts/acting";
import { useSpeech } from "../../kit/language";
import { Failure, Title } from "../../kit/parts";
import { Refusal } from "../../kit/api";
import { EventForm } from "./EventForm";
import { createEvent } from "./saving";
import "./setup.css";

const route = getRouteApi("/events/new");

export function NewEvent() {
  const { words } = useSpeech();
  const acting = useActing();
  const { vi, en, sector } = route.useSearch();
  const navigate = route.useNavigate();
  const create = useMutation({
    mutationFn: createEvent,
    onSuccess: ({ id }) => void navigate({ to: "/events/$id/setup", params: { id: String(id) }, search: { step: "slots" } }),
  });
  const topic = sector?.split(".")[0];
  return (
    <>
      <div className="page-head">
        <Title>{words.setup.newDay}</Title>
        <p className="lead">{words.setup.newLead}</p>
      </div>
      {acting === "organiser" ? (
        <EventForm
          start={{ name_vi: vi ?? "", name_en: en ?? "", sectors: topic ? [topic] : [] }}
          error={create.error}
          pending={create.isPending}
          label={words.setup.create}
          save={(sent) => create.mutate(sent)}
        />
      ) : (
        <Failure error={new Refusal(403, "organiser_only")} />
      )}
    </>
  );
}
