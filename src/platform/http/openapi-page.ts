import type { Described, Json, OpenApi } from "./openapi";

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

const nameOf = (reference: unknown): string => String(reference).split("/").at(-1) ?? "";

// A schema in a line, as one would say it: "array of Money", "text of 1–120", "one of popular, new".
const said = (schema: Json): string => {
  if (schema["$ref"]) return `<a href="#${escaped(nameOf(schema["$ref"]))}">${escaped(nameOf(schema["$ref"]))}</a>`;
  const choices = (schema["anyOf"] ?? schema["oneOf"]) as Json[] | undefined;
  if (choices) return choices.map(said).join(" or ");
  if (schema["enum"]) return `one of ${(schema["enum"] as unknown[]).map((each) => `<code>${escaped(String(each))}</code>`).join(", ")}`;
  if (schema["const"] !== undefined) return `<code>${escaped(String(schema["const"]))}</code>`;
  if (schema["type"] === "array") return `list of ${isJson(schema["items"]) ? said(schema["items"]) : "anything"}`;
  if (schema["type"] === "string") {
    const [least, most] = [schema["minLength"], schema["maxLength"]];
    return `text${most === undefined ? "" : ` of ${String(least ?? 0)}–${String(most)}`}${schema["pattern"] ? ` like <code>${escaped(String(schema["pattern"]))}</code>` : ""}`;
  }
  return escaped([schema["type"] ?? "anything"].flat().join(" or "));
};

const fields = (schema: Json): string => {
  if (schema["type"] === "array" && isJson(schema["items"])) return fields(schema["items"]);
  const properties = schema["properties"];
  if (!isJson(properties)) return "";
  const required = (schema["required"] ?? []) as string[];
  return `<table><tbody>${Object.entries(properties).filter((entry): entry is [string, Json] => isJson(entry[1])).map(([name, each]) =>
    `<tr><th scope="row"><code>${escaped(name)}</code>${required.includes(name) ? "" : " <small>optional</small>"}</th><td>${said(each)}${each["description"] ? `. ${escaped(String(each["description"]))}` : ""}${fields(each)}</td></tr>`).join("")}</tbody></table>`;
};

const operation = (method: string, path: string, { operationId, summary, description, parameters, requestBody, responses }: Described): string => `
<section id="${escaped(operationId)}"><h2><code>${method} ${escaped(path)}</code></h2><p><strong>${escaped(summary)}.</strong> ${escaped(description)}</p>
<h3>Takes</h3>${requestBody ? `<p>JSON in the body.</p>${fields(requestBody.content["application/json"].schema)}` : parameters.length === 0 ? "<p>Nothing.</p>" : `<table><tbody>${parameters.map((each) =>
  `<tr><th scope="row"><code>${escaped(each.name)}</code> <small>${each.in}${each.required ? "" : ", optional"}</small></th><td>${said(each.schema)}. ${escaped(each.description)}</td></tr>`).join("")}</tbody></table>`}
<h3>Answers</h3>${Object.entries(responses).map(([status, response]) => `<details${status === "200" ? " open" : ""}><summary><code>${status}</code> ${escaped(response.description)}</summary>${fields(response.content["application/json"].schema) || `<p>${said(response.content["application/json"].schema)}</p>`}</details>`).join("")}</section>`;

const style = `:root{color-scheme:light dark}body{font:16px/1.55 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:3rem}h3{font-size:.95rem;margin-block:1.2rem .3rem}code{font:.92em ui-monospace,monospace}
table{border-collapse:collapse;width:100%;font-size:.93rem}th,td{text-align:start;vertical-align:top;padding:.35rem .6rem .35rem 0;border-top:1px solid #8884}th{width:13rem;font-weight:500}
td table{margin-top:.3rem}td td,td th{border-color:#8883}small{opacity:.75}details{margin-block:.4rem}summary{cursor:pointer;padding-block:.3rem}section{overflow-wrap:anywhere}nav ul{padding-inline-start:1.2rem}`;

const told = (document: OpenApi): readonly (readonly [method: string, path: string, operation: Described])[] =>
  Object.entries(document.paths).flatMap(([path, { get, post }]) => [...(get ? [["GET", path, get] as const] : []), ...(post ? [["POST", path, post] as const] : [])]);

/** The document as a page that a person can read: no script, nothing from elsewhere. */
export const openApiPage = (document: OpenApi): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(document.info.title)}</title><style>${style}</style></head><body><main><h1>${escaped(document.info.title)} <small>${escaped(document.info.version)}</small></h1>
<p>${escaped(document.info.description)}</p><nav><ul>${told(document).map(([method, path, each]) => `<li><a href="#${escaped(each.operationId)}"><code>${method} ${escaped(path)}</code></a> ${escaped(each.summary)}</li>`).join("")}</ul></nav>
${told(document).map(([method, path, each]) => operation(method, path, each)).join("")}
<h2>Parts</h2>${Object.entries(document.components.schemas).map(([name, schema]) => `<section id="${escaped(name)}"><h3>${escaped(name)}</h3><p>${escaped(String(schema["description"] ?? ""))}</p>${fields(schema) || `<p>${said(schema)}</p>`}</section>`).join("")}
</main></body></html>`;
