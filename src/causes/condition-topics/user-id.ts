import { ownerOf } from '../../grants/owners.ts';
import { isAwsManaged } from '../../model/aws-names.ts';
import type { Remedy } from '../../model/remedy.ts';
import { uniqueIdOf } from '../../model/unique-id.ts';
import { defineTopic, type Judged } from './topic.ts';

export const userId = defineTopic({
  id: 'user-id',
  keys: /^aws:(userid|username)$/,
  by: 'the caller’s unique id or user name',
  remedies: allSessions,
});

/** The name of a session changes each time: what is meant are all sessions of the role. */
function allSessions({ layer, statement, condition, operator, denialCase }: Judged): readonly Remedy[] | undefined {
  const { policy } = statement;
  const own = condition.request.status === 'known' ? (condition.request.values[0] ?? '') : '';
  const [id = '', session] = own.split(':', 2);
  const fits = statement.effect === 'Allow' && operator.patterns && !operator.negated && !isAwsManaged(policy.arn);
  if (!fits || session === undefined || uniqueIdOf(id) !== 'role') return undefined;
  return [
    {
      kind: 'add-value',
      policy,
      pointer: condition.pointer,
      value: `${id}:*`,
      who: ownerOf(layer, denialCase, policy),
    },
  ];
}
