/** What the build adds for those far away: fonts and first answers asked for at once, and files that are already compressed. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const COMPRESSIBLE = /\.(js|css|svg)$/;
const LEAST_BYTES = 1_000;

/** The page asks for the fonts that every text needs before its styles have been read. */
export function preloaded(fonts: RegExp): Plugin {
  return {
    name: "preloaded",
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((name) => fonts.test(name))
          .map((name) => ({
            tag: "link",
            attrs: { rel: "preload", href: `/${name}`, as: "font", type: "font/woff2", crossorigin: true },
            injectTo: "head" as const,
          })),
    },
  };
}

/** The worker that opens the page without a network knows its files, and is another one when any of them is. */
export function listed(worker: string, files: RegExp, always: string[]): Plugin {
  return {
    name: "listed",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const chunk = bundle[worker];
        if (chunk?.type !== "chunk") throw new Error(`${worker} is not built`);
        const names = Object.keys(bundle).filter((name) => name !== worker && files.test(name));
        const list = [...names.map((name) => `/${name}`).sort(), ...always];
        const version = createHash("sha256").update(list.join()).digest("hex").slice(0, 16);
        chunk.code = `const PAGE_FILES=${JSON.stringify(list)},PAGE_VERSION="${version}";${chunk.code}`;
      },
    },
  };
}

/** Beside each file of some size its forms for `Accept-Encoding`: `.br` and `.gz`. */
export function compressed(): Plugin {
  const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
  return {
    name: "compressed",
    apply: "build",
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          const content = Buffer.from(file.type === "chunk" ? file.code : file.source);
          if (!COMPRESSIBLE.test(file.fileName) || content.length < LEAST_BYTES) continue;
          const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
          this.emitFile({ type: "asset", fileName: `${file.fileName}.br`, source: await brotli(content, best) });
          this.emitFile({ type: "asset", fileName: `${file.fileName}.gz`, source: await zip(content, { level: 9 }) });
        }
      },
    },
  };
}
