import type { Diagnosis } from '../../model/diagnosis.ts';
import { stringify } from '../escape/json.ts';
import type { Settings } from '../options.ts';
import { placeAt } from '../place.ts';
import { printed } from '../printed.ts';
import { SCHEMA_NAME } from '../schema-name.ts';

/** What stands before each line of a diagnosis: it is an item of a list in an object. */
const INDENT = '    ';

/** One object with all diagnoses. */
export function json(diagnoses: readonly Diagnosis[], settings: Settings): string {
  return [...jsonPieces(diagnoses, settings)].join('');
}

/** The same, one diagnosis after the other: those of a long log together are longer than a string can be. */
export function* jsonPieces(diagnoses: Iterable<Diagnosis>, settings: Settings): Generator<string> {
  yield `{\n  "schema": ${stringify(SCHEMA_NAME)},\n  "diagnoses": [`;
  let index = 0;
  for (const diagnosis of diagnoses) {
    const file = placeAt(settings, index).oneOf?.[0];
    const placed = stringify({ ...(file === undefined ? {} : { file }), ...printed(diagnosis) }, 2);
    yield `${index === 0 ? '' : ','}\n${INDENT}${placed.replaceAll('\n', `\n${INDENT}`)}`;
    index += 1;
  }
  yield `${index === 0 ? '' : '\n  '}]\n}\n`;
}
