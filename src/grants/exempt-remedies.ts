import { isAwsManaged } from '../model/aws-names.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Layer } from '../model/layer.ts';
import type { Remedy } from '../model/remedy.ts';
import type { StatementFinding } from '../model/verdict.ts';
import { advise } from './advise.ts';
import { ownerOf } from './owners.ts';

/** The narrowest exemption from an explicit deny, proposed to the owner of its policy: an Allow elsewhere never helps. */
export function exemptRemedies(statement: StatementFinding, layer: Layer, denialCase: DenialCase): readonly Remedy[] {
  const { policy, index } = statement;
  const who = ownerOf(layer, denialCase, policy);
  if (isAwsManaged(policy.arn))
    return [
      advise(
        `the AWS-managed policy ${policy.name} cannot be changed: detach it, if it is not there for a reason`,
        who,
      ),
    ];
  return [{ kind: 'exempt', policy, statement: index, who }];
}
