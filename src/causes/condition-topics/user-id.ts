import { isAwsManaged } from '../../model/aws-names.ts';
import type { Remedy } from '../../model/remedy.ts';
import { uniqueIdOf } from '../../model/unique-id.ts';
import { ownerOf } from '../../grants/owners.ts';
import { defineTopic, type Judged } from './topic.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-userid */
export const userId = defineTopic({
  id: 'user-id',
  keys: /^aws:(userid|username)$/,
  by: 'the caller’s unique id or user name',
  doc: {
    what: 'judges callers by unique id (aws:userid) or user name, and the caller has another one.',
    why: 'A role that was deleted and created again has another id (AROA…) under the same name, and its sessions have the session’s name after it: AROA…:session, so that a value without :* never matches. Only users have a name under aws:username.',
    fix: 'The owner of the policy puts the new id there (AROA…:* for all sessions of a role), or better names the role by its ARN with aws:PrincipalArn.',
  },
  remedies: allSessions,
});

/** The name of a session changes each time: what is meant are all sessions of the role. */
function allSessions({ layer, statement, condition, operator, subject }: Judged): readonly Remedy[] | undefined {
  const { policy } = statement;
  const own = condition.request.status === 'known' ? (condition.request.values[0] ?? '') : '';
  const [id = '', session] = own.split(':', 2);
  const fits = statement.effect === 'Allow' && operator.patterns && !operator.negated && !isAwsManaged(policy.arn);
  if (!fits || session === undefined || uniqueIdOf(id) !== 'role') return undefined;
  return [
    { kind: 'add-value', policy, pointer: condition.pointer, value: `${id}:*`, who: ownerOf(layer, subject, policy) },
  ];
}
