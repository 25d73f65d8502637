/** Lays the layers over each other, the last one on top; only what is set counts, and `false`, `0` and `""` are set. */
export function inherit<T extends object>(...layers: readonly (Partial<T> | undefined)[]): Partial<T> {
  const result: Partial<T> = {};
  for (const layer of layers) {
    for (const [name, value] of Object.entries(layer ?? {})) {
      if (value !== undefined) result[name as keyof T] = value as T[keyof T];
    }
  }
  return result;
}
