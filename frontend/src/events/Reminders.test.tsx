import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { LanguageProvider } from "../kit/language";
import { Reminders } from "./Reminders";

const original = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = original;
});

test("organisers remind at once all who have not answered, and see how many that were", async () => {
  let waiting = 2;
  globalThis.fetch = async (asked) => {
    const { method } = asked as Request;
    if (method !== "POST") return Response.json({ items: [], total: waiting });
    waiting = 0;
    return Response.json([{}, {}]);
  };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <LanguageProvider initial="en">
        <Reminders eventId={5} />
      </LanguageProvider>
    </QueryClientProvider>,
  );

  await userEvent.click(await screen.findByRole("button", { name: "Write a reminder" }));

  expect(await screen.findByText("2 reminded.")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});
