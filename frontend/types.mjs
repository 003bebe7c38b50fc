// Writes src/kit/schema.ts from the service's own description: node types.mjs openapi.json [--check]
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const target = new URL("src/kit/schema.ts", import.meta.url);
const document = JSON.parse(readFileSync(process.argv[2], "utf-8"));

// All refusals have one shape, which kit/api.ts knows; saying it at every operation would be most of the file.
for (const operations of Object.values(document.paths)) {
  for (const operation of Object.values(operations)) {
    for (const status of Object.keys(operation.responses ?? {})) {
      if (!status.startsWith("2")) delete operation.responses[status];
    }
  }
}

const written = `// Made by "make types" from the service's own description. Do not change by hand.\n\n${astToString(await openapiTS(document))}`;
if (!process.argv.includes("--check")) {
  writeFileSync(target, written);
} else if (readFileSync(target, "utf-8") !== written) {
  console.error("frontend/src/kit/schema.ts is not what the service says of itself; run: make types");
  process.exit(1);
}
