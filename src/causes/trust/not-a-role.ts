import { assumedInstead } from '../../model/no-role.ts';
import { shortName } from '../../model/short-name.ts';
import { said } from '../../evidence/aws-words/find-quote.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';

/** "The Amazon Resource Name (ARN) of the role to assume": https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const notARole = defineCheck({
  on: 'case',
  id: 'trust.not-a-role',
  layer: null,
  doc: {
    what: 'What is to be assumed is no role: the ARN names a user, a group, a policy, an instance profile, a session or an account.',
    why: 'The wrong ARN was copied into role_arn. Only a role has a trust policy, so nothing else can be assumed, whatever the policies say.',
    fix: 'Pass the ARN of a role. To act as a user, use credentials of that user; of an instance profile, assume the role in it; of a session, the role that it is of.',
  },
  find(subject) {
    const { request, denial } = subject;
    const resource = request?.resource ?? denial?.resource ?? null;
    const kind = assumedInstead(request?.action ?? denial?.action ?? null, resource);
    if (kind === undefined || resource === null) return undefined;
    return {
      summary: `${shortName(resource)} is ${kind} and no role: only roles can be assumed`,
      evidence: [said(subject, [resource]) ?? { kind: 'answer', call: 'ARN of the resource', text: resource }],
      rung: 'evaluated',
      barred: true,
      remedies: [advise('pass the ARN of a role to assume')],
    };
  },
});
