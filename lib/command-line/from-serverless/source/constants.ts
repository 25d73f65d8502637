import { Code, printNamed, raw } from "./code";
import { valueCode } from "./values";

/** Long values that several endpoints have, each written once above the class. */
export class Constants {
  private readonly names = new Map<string, string>();

  public get statements(): string[] {
    return [...this.names].map(
      ([value, name]) => `${printNamed(`const ${name} =`, valueCode(JSON.parse(value)), "", 1)};\n`,
    );
  }

  public use(name: string, value: unknown): Code {
    const key = JSON.stringify(value);
    const known = this.names.get(key);
    if (known !== undefined) return raw(known);
    const others = [...this.names.values()].filter((other) => other.startsWith(name)).length;
    const own = others === 0 ? name : `${name}_${others + 1}`;
    this.names.set(key, own);
    return raw(own);
  }
}
