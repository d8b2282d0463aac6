import type { Ajv, ErrorObject } from 'ajv';
import type { Schema } from '../../report/schema/parts.ts';

/** Says what is wrong with the arguments of a call, in one sentence; null where nothing is. It never repeats a value. */
export function argumentChecker(
  ajv: Ajv,
  schema: Schema,
  fixed: readonly string[],
): (args: Readonly<Record<string, unknown>>) => string | null {
  const validate = ajv.compile({ ...schema });
  return (args) => {
    const set = fixed.find((name) => Object.hasOwn(args, name));
    if (set !== undefined)
      return `${set} cannot be passed: the command that started this server has set it for every call`;
    if (validate(args)) return null;
    const [error] = validate.errors ?? [];
    return error === undefined ? 'the arguments are not what the tool takes' : sentence(error);
  };
}

function sentence({ instancePath, keyword, params, message }: ErrorObject): string {
  const place = instancePath.slice(1).split('/')[0] || 'the arguments';
  switch (keyword) {
    case 'additionalProperties':
      return `there is no argument of that name: see the input schema of the tool`;
    case 'required':
      return `${params['missingProperty']} is missing`;
    case 'enum':
      return `${place} has to be one of ${[params['allowedValues']].flat().join(', ')}`;
    default:
      return `${place} ${(message ?? 'is not what the tool takes').replace(/^must /, 'has to ')}`;
  }
}
