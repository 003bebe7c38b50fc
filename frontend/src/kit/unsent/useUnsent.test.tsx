import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { LanguageProvider } from "../language";
import { TextField } from "../parts";
import { SendForm } from "../SendForm";
import { useUnsent, WhoTypes } from "./useUnsent";

let refuses: boolean;
beforeEach(() => {
  localStorage.clear();
  refuses = false;
});

function Note({ start, sent }: { start: { text: string; code: string }; sent: string[] }) {
  const unsent = useUnsent("note", start, ["code"]);
  const work = async () => {
    if (refuses) throw new Error("no network");
    sent.push(unsent.value.text);
  };
  return (
    <SendForm submit="Send" work={work} unsent={unsent}>
      <TextField label="Text" {...unsent.field("text")} />
      <TextField label="Code" {...unsent.field("code")} />
    </SendForm>
  );
}

const page = (whose: string | null, sent: string[] = [], start = { text: "", code: "" }) => (
  <LanguageProvider initial="en">
    <WhoTypes value={whose}>
      <Note start={start} sent={sent} />
    </WhoTypes>
  </LanguageProvider>
);
const written = () => (screen.getByLabelText("Text") as HTMLInputElement).value;
const type = async (text: string) => {
  await userEvent.type(screen.getByLabelText("Text"), text);
  await userEvent.type(screen.getByLabelText("Code"), "123456");
};
const before = () => screen.queryByText("This is what you had typed before.");

test("what was typed is there again after a reload, and says so; codes are not", async () => {
  const { unmount } = render(page("7-2"));
  await type("Half a note");
  expect(before()).toBeNull();
  unmount();

  render(page("7-2"));

  expect([written(), (screen.getByLabelText("Code") as HTMLInputElement).value]).toEqual(["Half a note", ""]);
  expect(before()).not.toBeNull();
});

test("somebody else begins with an empty form, also without a reload", async () => {
  const { rerender } = render(page("7-2"));
  await type("Half a note");

  rerender(page("8-2"));
  const others = written();
  rerender(page("7-2"));

  expect([others, written()]).toEqual(["", "Half a note"]);
});

test("where nobody is known nothing is kept", async () => {
  render(page(null));
  await type("Half a note");

  expect([written(), localStorage.length]).toEqual(["Half a note", 0]);
});

test("it stays while sending fails, and goes once it was taken", async () => {
  const sent: string[] = [];
  render(page("7-2", sent));
  await type("A note");
  refuses = true;
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  const refused = [written(), localStorage.length];
  refuses = false;

  await userEvent.click(screen.getByRole("button", { name: "Send" }));

  expect([refused, sent, written(), localStorage.length]).toEqual([["A note", 1], ["A note"], "", 0]);
});

test("who wants nothing of it begins anew", async () => {
  const { unmount } = render(page("7-2"));
  await type("Half a note");
  unmount();
  render(page("7-2"));

  await userEvent.click(screen.getByRole("button", { name: "Drop it and start again" }));

  expect([written(), localStorage.length, before()]).toEqual(["", 0, null]);
});

test("what was not touched follows the service, what was typed stays", async () => {
  const { rerender } = render(page("7-2", [], { text: "", code: "a" }));
  await userEvent.type(screen.getByLabelText("Text"), "Mine");

  rerender(page("7-2", [], { text: "Theirs", code: "b" }));

  expect([written(), (screen.getByLabelText("Code") as HTMLInputElement).value]).toEqual(["Mine", "b"]);
});
