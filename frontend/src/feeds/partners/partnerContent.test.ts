import { expect, test } from "vitest";
import { pairsOf, sentOf, written } from "./partnerContent";

test("lines are pairs, and what stands behind the last sign is the value", () => {
  expect(pairsOf("Máy bơm = marine.pumps\n\nA = B = energy\nnothing\n= x\ny =")).toEqual({
    "Máy bơm": "marine.pumps",
    "A = B": "energy",
  });
});

test("paths go with a feed only", () => {
  const form = { ...written(), fields: "title = name" };

  expect(sentOf(form, []).fields).toEqual({});
  expect(sentOf({ ...form, form: "json" }, []).fields).toEqual({ title: "name" });
});
