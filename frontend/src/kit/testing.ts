import { cleanup } from "@testing-library/react";
import { afterEach, beforeAll } from "vitest";
import { fetchLanguage, LANGUAGES } from "./language";

beforeAll(async () => void (await Promise.all(Object.keys(LANGUAGES).map(fetchLanguage))));
afterEach(cleanup);
