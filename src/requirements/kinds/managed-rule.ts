import { saysManagedRule } from '../../evidence/managed-rule.ts';
import { permissionStatement } from '../../grants/grant-statement.ts';
import type { Requirement } from '../../model/requirement.ts';
import type { Asked } from '../asked.ts';
import { identityPolicies } from '../caller.ts';
import { identityCommands } from '../commands.ts';
import { allow, way } from '../make.ts';
import { join, known, token } from '../named.ts';
import { guardrails } from './guardrails.ts';

/** True where Step Functions says that it may not make its rule. */
export function isAboutManagedRule({ action, denialCase }: Asked): boolean {
  return action.toLowerCase() === 'events:putrule' && saysManagedRule(denialCase);
}

/**
 * A state machine that waits for what it starts (`.sync`) gets a rule of EventBridge, which Step Functions makes with the role of the state
 * machine: its policies must allow three actions on that rule. The text does not say which of them is missing, nor the name of the rule,
 * which depends on what is started (StepFunctionsGetEventsForECSTaskRule).
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html
 */
export function managedRule(asked: Asked): readonly Requirement[] {
  const { caller, place, action } = asked;
  const region = place.region === null ? token('REGION') : known(place.region);
  const account = place.account === null ? token('ACCOUNT') : known(place.account);
  const rule = join`arn:${place.partition}:events:${region}:${account}:rule/StepFunctionsGetEventsFor*`;
  const statement = {
    ...permissionStatement({ action, resource: rule.text }),
    Action: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
  };
  return [
    allow(
      {
        id: 'identity',
        ...identityPolicies(caller),
        request: { action, resource: null },
        names: [rule],
        show: identityCommands(caller),
        usual: ['identity.no-allow'],
        likely:
          'Step Functions makes a rule of EventBridge with the role of the state machine, to learn when what it started has ended',
      },
      [way(statement)],
    ),
    ...guardrails(asked, [rule]),
  ];
}
