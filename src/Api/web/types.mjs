// Writes src/api/schema.ts, the TypeScript types of the API, from openapi.json beside this file.
// A test holds that file equal to what the server answers under /openapi/v1.json.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const document = JSON.parse(await readFile(new URL("openapi.json", import.meta.url), "utf8"));

// The server writes every property of an answer, and numbers as numbers; the document allows more than that.
function tighten(schema) {
  if (schema === null || typeof schema !== "object") return;
  if (Array.isArray(schema.type) && schema.type.some((type) => type === "integer" || type === "number")) {
    schema.type = schema.type.filter((type) => type !== "string");
    delete schema.pattern;
  }
  if (schema.format === "double" && schema.type === undefined) schema.type = "number";
  if (schema.properties) schema.required = Object.keys(schema.properties);
  for (const part of Object.values(schema)) tighten(part);
}

tighten(document.components.schemas);
// A decimal that may be missing and an instant are written by converters of which the document knows nothing.
const { Figure, FigurePoint, PublicationTime } = document.components.schemas;
for (const name of ["max", "rials"]) Figure.properties[name].type = ["null", "number"];
for (const name of ["sum", "median", "min", "max"]) FigurePoint.properties[name].type = ["null", "number"];
PublicationTime.type = "string";

await writeFile(new URL("src/api/schema.ts", import.meta.url), astToString(await openapiTS(document, { alphabetize: true })));
