import type { ExampleContext, ExamplePolicy, ExamplePrincipal } from '../../causes/texts/examples/example.ts';
import type { LayerExample } from '../../causes/texts/examples/example-of.ts';
import type { Explanation } from '../../causes/texts/explanation.ts';
import { LAYER_WORDS } from '../../model/layer-words.ts';
import { jsonLines } from '../../report/excerpt/json-lines.ts';
import type { Palette } from '../../report/options.ts';
import { wrap } from '../../report/text/page.ts';

const INDENT = '  ';

/** The only proof that is not the policy itself. */
const NAMED_BY_AWS =
  'AWS’s own message names the layer. That is proof, even where no policy could be read; the report quotes it.';

/** What a cause means, why it comes about, how to fix it, a policy before and after, and where AWS documents it. */
export function printExplanation(
  { id, what, why, fix, more, page, example }: Explanation,
  width: number,
  palette: Palette | undefined,
): string {
  const bold = palette?.bold ?? ((text: string) => text);
  const words = (title: string, text: string) => [bold(title), ...wrap(text, width)];
  const parts = [
    words(id, what),
    words('Why', why),
    ...(id.endsWith('.named-by-aws') ? [words('Proof', NAMED_BY_AWS)] : []),
    words('Fix', fix),
    ...(example === null ? [] : [[bold('Example'), ...exampleLines(example, width)]]),
    [bold('Read more'), ...[page, more].filter((url) => url !== null && url !== undefined)],
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The request, then the policy that does not let it through, then what does where all other policies allow it. */
function exampleLines({ layer, before, after, send, ...request }: LayerExample, width: number): readonly string[] {
  const { principal, action, resource, context } = request;
  const policy = LAYER_WORDS[layer].singular;
  const policies = (one: ExamplePolicy) => policyLines(one, width);
  const has = pairs(context);
  return [
    ...wrap(`${callerWords(principal)} calls ${action} on ${resource}${has.length === 0 ? '.' : ', with'}`, width),
    ...has,
    ...(isNothing(before)
      ? [`Denied: there is no ${policy}.`]
      : [`${denies(before, after)} by this ${policy}:`, ...policies(before)]),
    ...(after === null
      ? []
      : [isNothing(before) ? 'Allowed with this one:' : 'Allowed after the change:', ...policies(after)]),
    ...(send === null ? [] : ['Allowed when the request has', ...pairs(send)]),
  ];
}

/** What stops the request: a Deny that has to change, or an Allow that is missing. */
function denies(before: ExamplePolicy, after: ExamplePolicy | null): string {
  const kept = new Set([after ?? []].flat().map((one) => JSON.stringify(one)));
  const changed = [before].flat().filter((one) => !kept.has(JSON.stringify(one)));
  return changed.some(({ Effect }) => Effect === 'Deny') ? 'Denied' : 'Not allowed';
}

function isNothing(policy: ExamplePolicy): boolean {
  return Array.isArray(policy) && policy.length === 0;
}

function policyLines(policy: ExamplePolicy, width: number): readonly string[] {
  const statements = [policy].flat();
  return statements.flatMap((statement, index) => {
    const lines = jsonLines(statement, width - INDENT.length - 1);
    const comma = index === statements.length - 1 ? '' : ',';
    return lines.map((line, at) => `${INDENT}${line}${at === lines.length - 1 ? comma : ''}`);
  });
}

function callerWords(principal: ExamplePrincipal): string {
  if (typeof principal === 'string') return principal;
  return 'service' in principal ? principal.service : `A token of ${principal.federated}`;
}

/** Each condition key with its value on a line. */
function pairs(context: ExampleContext): readonly string[] {
  return Object.entries(context).map(([key, value]) => `${INDENT}${key}: ${[value].flat().join(', ')}`);
}
