import { expect, test } from "vitest";
import { exactMoney } from "./naming";

test("an amount is grouped as the reader does and keeps every digit", () => {
  expect(exactMoney("vi-VN", "999999999999999.99", "EUR")).toBe("999.999.999.999.999,99 EUR");
  expect(exactMoney("en-GB", "1250000000", "VND")).toBe("1,250,000,000 VND");
});
