import { useQuery } from "@tanstack/react-query";
import { useSpeech } from "../kit/language";
import { rooms as roomsQuery, tables as tablesQuery } from "./queries";

const NO_TABLES: ReadonlySet<number> = new Set();

/** Which tables stand in which room; those in `mine` are marked. */
export function RoomPlan({ eventId, mine = NO_TABLES }: { eventId: number; mine?: ReadonlySet<number> }) {
  const { words } = useSpeech();
  const rooms = useQuery(roomsQuery(eventId)).data ?? [];
  const tables = useQuery(tablesQuery(eventId)).data;
  if (!tables) return null;
  const places = [...rooms, { id: null, name: rooms.length ? words.day.noRoom : "", note: "" }];
  return (
    <section className="room-plan">
      <h2>{words.day.venue}</h2>
      {!tables.length && <p className="hint">{words.day.noTables}</p>}
      {places.map((room) => {
        const inside = tables.filter((table) => table.room_id === room.id);
        if (!inside.length) return null;
        return (
          <div key={room.id} className="room">
            {room.name && (
              <h3>
                {room.name} {room.note && <span className="hint">{room.note}</span>}
              </h3>
            )}
            <ul className="table-tiles">
              {inside.map((table) => (
                <li key={table.id} className={mine.has(table.id) ? "mine" : undefined}>
                  <span className="strong">{table.name}</span>
                  <span className="small">
                    {mine.has(table.id) ? words.day.yourTable : table.mode === "video" ? words.day.video : words.day.seats(table.seats)}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
