import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { compressed, listed, preloaded } from "./build.ts";

const FONTS = /be-vietnam-pro-(latin|vietnamese)-\d+-normal.*\.woff2$/;
const WORKER = "worker.js";

export default defineConfig({
  plugins: [
    react(),
    preloaded(FONTS),
    listed(WORKER, new RegExp(`\\.(js|css)$|${FONTS.source}`), ["/appearance.js", "/favicon.svg", "/manifest.webmanifest"]),
    compressed(),
  ],
  build: {
    outDir: "../matchmaker/frontend",
    emptyOutDir: true,
    // The page's policy takes nothing that stands inside it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { index: "index.html", worker: "src/offline/worker.ts" },
      output: { entryFileNames: ({ name }) => (name === "worker" ? WORKER : "assets/[name]-[hash].js") },
    },
  },
  server: { proxy: { "/api": "http://127.0.0.1:8000" } },
  test: { environment: "jsdom", setupFiles: ["src/kit/testing.ts"] },
});
