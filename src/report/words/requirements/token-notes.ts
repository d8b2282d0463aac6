import { upperFirst } from '../../../model/layer-words.ts';
import type { Requirement } from '../../../model/requirement.ts';
import { TOKEN_ISSUERS } from '../../../reference/token-issuers.ts';
import { type RequirementLine, value } from './requirement-line.ts';

/** What the usual issuers put into their tokens, where it is not known which of them it was. */
export function issuerLines({ id, need, target, ...rest }: Requirement): readonly RequirementLine[] {
  const isOpen = need === 'value' && target.name === null && 'expected' in rest;
  if (!isOpen) return [];
  if (id === 'token.aud')
    return TOKEN_ISSUERS.map(({ name, audience }) =>
      value(`${name}: ${audience === 'AUDIENCE' ? 'what aud of its id_tokens says' : audience}`),
    );
  if (id !== 'token.sub') return [];
  return TOKEN_ISSUERS.flatMap(({ name, host, subjects }) => [
    value(`${name}: ${host}`),
    ...subjects.map((subject) => value(`sub ${subject}`)),
  ]);
}

/** Where a token is found, and how it is read without sending it anywhere. */
export function tokenWords({ target }: Requirement): readonly string[] {
  const own = TOKEN_ISSUERS.filter(({ name }) => name === target.name).map(({ tokenAt }) => upperFirst(`${tokenAt}.`));
  return [
    ...own,
    'The trust policy compares letter by letter. See the claims of the real token: denytrace --web-identity-token FILE decodes it here and never sends or prints it (a pod has it in AWS_WEB_IDENTITY_TOKEN_FILE); CloudTrail shows the sub of each attempt.',
  ];
}
