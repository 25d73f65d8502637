/** A part of a template: text as it is, or an expression without its `${}`. */
export type TemplatePart =
  | { readonly text: string; readonly expression?: undefined }
  | { readonly expression: string; readonly text?: undefined };

/**
 * Takes a template of Terraform's apart. `$${` is text; undefined where it has a directive (`%{if …}`), or an end is
 * missing.
 */
export function templateParts(template: string): TemplatePart[] | undefined {
  const parts: TemplatePart[] = [];
  let text = "";
  let index = 0;
  while (index < template.length) {
    const start = template.slice(index, index + 3);
    if (start === "$${" || start === "%%{") {
      text += start.slice(1);
      index += 3;
    } else if (start.startsWith("%{")) {
      return undefined;
    } else if (start.startsWith("${")) {
      const end = endOfExpression(template, index + 2);
      if (end === undefined) return undefined;
      if (text !== "") parts.push({ text });
      text = "";
      parts.push({ expression: template.slice(index + 2, end).trim() });
      index = end + 1;
    } else {
      text += template[index];
      index += 1;
    }
  }
  return text === "" ? parts : [...parts, { text }];
}

/** What stands in an expression: an escape, the begin of a template within quotes, or what opens and closes. */
const MARK = /\\[\s\S]|\$\$\{|%%\{|[$%]\{|["{}]/g;

/** The index of the brace that ends an expression; braces in quotes count only within a template of their own. */
function endOfExpression(template: string, start: number): number | undefined {
  const open: string[] = ["{"];
  MARK.lastIndex = start;
  for (let found = MARK.exec(template); found !== null; found = MARK.exec(template)) {
    const [mark] = found;
    const isQuoted = open[open.length - 1] === '"';
    if (isQuoted ? mark === '"' : mark === "}") {
      open.pop();
      if (open.length === 0) return found.index;
    } else if (isQuoted ? /^[$%]\{$/.test(mark) : /^[$%]?\{$|^"$/.test(mark)) {
      open.push(mark === '"' ? mark : "{");
    }
  }
  return undefined;
}

/**
 * JSON in which expressions of Terraform stand, as JSON: an expression that is a whole value becomes a text that is
 * not known, one within a text stays in it. Undefined where it is no template.
 */
export function jsonOfTemplate(template: string): string | undefined {
  const parts = templateParts(template);
  if (parts === undefined) return undefined;
  let isInside = false;
  return parts
    .map(({ text, expression }) => {
      if (expression !== undefined) {
        const quoted = JSON.stringify(`\${${expression}}`);
        return isInside ? quoted.slice(1, -1) : quoted;
      }
      for (const [character] of text.matchAll(/\\[\s\S]|"/g)) if (character === '"') isInside = !isInside;
      return text;
    })
    .join("");
}
