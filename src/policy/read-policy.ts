import type { PolicyDocument, PolicyStatement, UnsupportedPart } from './policy-document.ts';
import { readStatement } from './read-statement.ts';

const cache = new WeakMap<object, PolicyDocument>();

/**
 * Reads a policy document. Never throws: whatever the document is, the result has what could be read and what could not. A document
 * must not be changed after it was read: the result is kept.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readPolicy(document: unknown): PolicyDocument {
  if (typeof document !== 'object' || document === null) return read(document);
  const known = cache.get(document);
  if (known !== undefined) return known;
  const policy = read(document);
  cache.set(document, policy);
  return policy;
}

function read(document: unknown): PolicyDocument {
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    return {
      variables: 'unknown',
      statements: [],
      unsupportedParts: [{ what: 'this is not a policy document', pointer: '' }],
    };
  const statement = own(document, 'Statement');
  const variables = variablesOf(own(document, 'Version'));
  if (statement === undefined)
    return { variables, statements: [], unsupportedParts: [{ what: 'the policy has no Statement', pointer: '' }] };
  const list: readonly unknown[] = Array.isArray(statement) ? statement : [statement];
  const statements: PolicyStatement[] = [];
  const unsupportedParts: UnsupportedPart[] = [];
  for (const [index, each] of list.entries()) {
    const pointer = Array.isArray(statement) ? `/Statement/${index}` : '/Statement';
    const found = readStatement(each, index, pointer);
    if ('what' in found) unsupportedParts.push(found);
    else statements.push(found);
  }
  return { variables, statements, unsupportedParts };
}

/**
 * A policy without a Version has the old one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 */
function variablesOf(version: unknown): PolicyDocument['variables'] {
  if (version === undefined || version === '2008-10-17') return 'no';
  return version === '2012-10-17' ? 'yes' : 'unknown';
}

function own(object: object, key: string): unknown {
  return Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined;
}
