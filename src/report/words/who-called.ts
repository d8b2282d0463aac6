import type { Denial } from '../../model/denial.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { deliveryOf, STREAM_ROLE, streamOf } from '../../reference/services/firehose-roles.ts';
import { serviceRoleOf } from '../../reference/services/service-roles.ts';
import { type RequirementItem, words } from './requirements/requirement-line.ts';

/** The first item of what must be in place, where the text does not show who called: the command that shows the caller, run in the right place. */
export function whoCalled({ denial }: Diagnosis): RequirementItem {
  const role = serviceRoleOf(denial?.callerName);
  if (role !== undefined)
    return {
      title: role.title,
      lines: [
        { kind: 'command', argv: role.find.split(' ') },
        words('then pass it with --caller.'),
        ...(role.note === undefined ? [] : [words(role.note)]),
      ],
    };
  if (denial?.callerName === STREAM_ROLE)
    return {
      title: 'The caller is the role that the Firehose stream was given. Its ARN:',
      lines: [
        {
          kind: 'command',
          argv: [
            ...'aws firehose describe-delivery-stream --delivery-stream-name'.split(' '),
            streamOf(denial)?.resource.replace('deliverystream/', '') ?? 'STREAM_NAME',
            '--query',
            deliveryOf(denial.action)?.query ?? 'DeliveryStreamDescription',
          ],
        },
        words('then pass it with --caller.'),
      ],
    };
  if (denial?.action?.toLowerCase() === 'lambda:invokefunctionurl' && denial.callerName === null)
    return {
      title: 'Which authentication the function URL has, NONE or AWS_IAM (then the call must be signed):',
      lines: [
        {
          kind: 'command',
          argv: 'aws lambda get-function-url-config --function-name FUNCTION_NAME --query AuthType'.split(' '),
        },
      ],
    };
  return {
    title: `Who made the call: ${shownOf(denial)}. Run this where it happened, with the same profile:`,
    lines: [
      { kind: 'command', argv: ['aws', 'sts', 'get-caller-identity'] },
      words(
        'then pass the ARN with --caller; of a stack it is the role that CloudFormation uses, the execution role of a StackSet.',
      ),
    ],
  };
}

/** What the error shows of the caller. */
function shownOf(denial: Denial | null): string {
  const { caller = null, callerName = null } = denial ?? {};
  const kind = /:(user|role|assumed-role)\//.exec(caller ?? '')?.[1];
  if (kind !== undefined) return `the error hides the name of the ${kind === 'user' ? 'user' : 'role'}`;
  const shown = caller ?? callerName;
  return shown === null || /^[^\w]*$/.test(shown)
    ? 'the error does not say'
    : `the error shows no more than ${shown}, which no policy can name`;
}
