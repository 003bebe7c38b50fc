import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { LanguageProvider } from "../../kit/language";
import { settings } from "../queries";
import { SettingsInForce } from "./SettingsInForce";

const one = (variable: string, values: object) => ({
  variable,
  group: "service" as const,
  value: null,
  default: "",
  is_set: false,
  hidden: false,
  description: `What ${variable} does`,
  ...values,
});

function cells(variable: string): (string | null)[] {
  const row = screen.getByText(variable).closest("tr");
  return [...(row?.querySelectorAll("td") ?? [])].map((cell) => cell.textContent);
}

test("values are as they are written, and of a secret only whether it is set", () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(settings.queryKey, [
    one("PORT", { value: 8123, default: 8000, is_set: true }),
    one("SECRET", { hidden: true, is_set: true }),
    one("MAIL_SERVER", { hidden: true }),
    one("DEMONSTRATION", { value: false, default: false }),
  ]);
  render(
    <QueryClientProvider client={client}>
      <LanguageProvider initial="en">
        <SettingsInForce />
      </LanguageProvider>
    </QueryClientProvider>,
  );

  expect(["PORT", "SECRET", "MAIL_SERVER", "DEMONSTRATION"].map(cells)).toEqual([
    ["8123", "8000"],
    ["set", "empty"],
    ["not set", "empty"],
    ["off", "off"],
  ]);
  expect(screen.getByText("What PORT does")).toBeTruthy();
});
