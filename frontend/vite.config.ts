import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { compressed, preloaded } from "./build.ts";

export default defineConfig({
  plugins: [react(), preloaded(/be-vietnam-pro-(latin|vietnamese)-\d+-normal.*\.woff2$/), compressed()],
  build: {
    outDir: "../matchmaker/frontend",
    emptyOutDir: true,
    // The page's policy takes nothing that stands inside it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": "http://127.0.0.1:8000" } },
  test: { environment: "jsdom", setupFiles: ["src/kit/testing.ts"] },
});
