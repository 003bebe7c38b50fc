import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LanguageProvider } from "../../kit/language";
import { type Me, me } from "../me";
import { Tokens } from "./Tokens";

const MEMBERSHIPS = [2, 3].map((id) => ({ organisation_id: id, name_vi: "", name_en: `Firm ${id}`, role: "member" }));
const original = globalThis.fetch;

let sent: unknown[];
beforeEach(() => {
  sent = [];
  globalThis.fetch = async (asked) => {
    const request = asked as Request;
    if (request.method === "GET") return Response.json([]);
    sent.push(await request.json());
    return Response.json({ token: "mm_once" }, { status: 201 });
  };
});
afterEach(() => {
  globalThis.fetch = original;
});

async function make(memberships: typeof MEMBERSHIPS, choose?: string) {
  const client = new QueryClient();
  client.setQueryData(me.queryKey, { memberships, organisation_id: 2 } as unknown as Me);
  render(
    <QueryClientProvider client={client}>
      <LanguageProvider initial="en">
        <Tokens />
      </LanguageProvider>
    </QueryClientProvider>,
  );
  await userEvent.type(screen.getByLabelText("Name"), "ERP");
  if (choose) await userEvent.selectOptions(screen.getByLabelText("The key acts for"), choose);
  await userEvent.click(screen.getByRole("button", { name: "Make a key", hidden: true }));
  await screen.findByText("mm_once");
}

test("of several organisations a key acts for the one that is chosen", async () => {
  await make(MEMBERSHIPS, "Firm 3");

  expect(sent).toMatchObject([{ name: "ERP", organisation_id: 3 }]);
});

test("who belongs to one organisation has nothing to choose", async () => {
  await make(MEMBERSHIPS.slice(0, 1));

  expect(screen.queryByLabelText("The key acts for")).toBeNull();
  expect(sent).toMatchObject([{ organisation_id: 2 }]);
});
