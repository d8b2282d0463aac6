/** A JSON Schema, or a part of one. https://json-schema.org/draft/2020-12 */
export type Schema = { readonly [keyword: string]: unknown };

/** The schema of a text. */
export const text: Schema = { type: 'string' };
/** The schema of a number of things. */
export const count: Schema = { type: 'integer', minimum: 0 };
/** The schema of a list of texts. */
export const texts: Schema = { type: 'array', items: text };

/** The schema of a list. */
export function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

/** The schema of a list with at least one item. */
export function someOf(items: Schema): Schema {
  return { type: 'array', items, minItems: 1 };
}

/** The schema, or null. */
export function orNull(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}

/** One of several words. */
export function oneOf(...words: readonly (string | null)[]): Schema {
  return { enum: words };
}

/** Every word of a union: with one that is missing, or one too many, this does not compile. */
export function wordsOf<T extends string>(words: Readonly<Record<T, true>>): Schema {
  return { enum: Object.keys(words) };
}

/** A schema that is defined once, by its name. */
export function ref(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

/** An object with these fields; a `?` behind the name makes one optional. Later versions may add more. */
export function object(fields: Readonly<Record<string, Schema>>, description?: string): Schema {
  const names = Object.keys(fields);
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    properties: Object.fromEntries(names.map((name) => [name.replace(/\?$/, ''), fields[name]])),
    required: names.filter((name) => !name.endsWith('?')),
  };
}
