import { useQuery } from "@tanstack/react-query";
import { useSpeech } from "../../../kit/language";
import { type Event, rooms as roomsQuery, tables as tablesQuery } from "../../queries";
import { PlannedAlready } from "../PlannedAlready";
import { RoomForm } from "./RoomForm";
import { RoomSection } from "./RoomSection";
import { TablesForm } from "./TablesForm";
import "./venue.css";

/** Rooms, and the tables in them: added by the dozen, changed one by one. */
export function VenueStep({ event }: { event: Event }) {
  const { words } = useSpeech();
  const rooms = useQuery(roomsQuery(event.id)).data ?? [];
  const tables = useQuery(tablesQuery(event.id)).data ?? [];
  const elsewhere = tables.filter((table) => table.room_id === null);
  return (
    <div className="step">
      <PlannedAlready event={event} text={words.venue.meetingsStay} />
      <RoomForm eventId={event.id} />
      <TablesForm eventId={event.id} rooms={rooms} after={tables.length} />
      {tables.length > 0 && <p className="hint">{words.venue.lead}</p>}
      {rooms.map((room) => (
        <RoomSection
          key={room.id}
          event={event}
          room={room}
          rooms={rooms}
          tables={tables.filter((table) => table.room_id === room.id)}
        />
      ))}
      {elsewhere.length > 0 && <RoomSection event={event} room={null} rooms={rooms} tables={elsewhere} />}
    </div>
  );
}
