import { ApiBlueprint, Blueprint } from "../blueprint";

/** The constants of functions by their ids, and of authorizers by their names: `listCatsFunction`, each once. */
export interface ConstantNames {
  readonly functions: ReadonlyMap<string, string>;
  readonly authorizers: ReadonlyMap<string, string>;
}

/** Names the constants of a source. */
export function constantNames({ lambdas }: Blueprint, { authorizers }: ApiBlueprint): ConstantNames {
  const taken = new Set(["api", "app"]);
  const own = (id: string): string => {
    const name = camelCase(id);
    let unique = name;
    for (let count = 2; taken.has(unique); count += 1) unique = `${name}${count}`;
    taken.add(unique);
    return unique;
  };
  return {
    functions: new Map(lambdas.map(({ id }) => [id, own(id)] as const)),
    authorizers: new Map(
      authorizers.map(({ key, name }) => [key, own(/authorizer$/i.test(name) ? name : `${name}-authorizer`)]),
    ),
  };
}

/** `listCats` for `list-cats`, and `apiList` for `API-List`. */
function camelCase(id: string): string {
  const words = id.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words.map((word, index) => (index === 0 ? small(word) : capital(word))).join("");
  return /^[a-z]/.test(name) ? name : `_${name}`;
}

function small(word: string): string {
  return /[a-z]/.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word.toLowerCase();
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
