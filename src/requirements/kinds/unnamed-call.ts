import { grantStatement, permissionStatement } from '../../grants/grant-statement.ts';
import type { NonEmpty } from '../../model/non-empty.ts';
import type { Requirement, Way } from '../../model/requirement.ts';
import type { Asked } from '../asked.ts';
import { hasIdentityPolicies, identityPolicies } from '../caller.ts';
import { identityCommands } from '../commands.ts';
import { allow, type Shown, way } from '../make.ts';
import type { Named } from '../named.ts';
import { guardrails } from './guardrails.ts';

/** What one of the possible calls needs. */
export interface Job {
  readonly actions: NonEmpty<string>;
  readonly resource: Named;
}

interface UnnamedCall {
  /** How the ids of its requirements begin: `queue`. */
  readonly prefix: string;
  readonly jobs: NonEmpty<Job>;
  /** The resource whose policy may allow it as well; null where there is none. */
  readonly holder: Named | null;
  /** What shows that policy. */
  readonly show: readonly Shown[];
}

/** A service that refuses without naming the call: the statements for each of the calls that it usually is, in both documents. */
export function unnamedCall(asked: Asked, call: UnnamedCall): readonly Requirement[] {
  const identity = hasIdentityPolicies(asked.caller) ? [identityOf(asked, call)] : [];
  const resource = call.holder === null ? [] : [resourceOf(asked, call, call.holder, identity.length > 0)];
  return [...identity, ...resource, ...guardrails(asked, [call.jobs[0].resource])];
}

function identityOf({ caller, action }: Asked, { prefix, jobs, holder }: UnnamedCall): Requirement {
  return allow(
    {
      id: `${prefix}.identity`,
      ...identityPolicies(caller),
      request: { action, resource: null },
      names: jobs.map(({ resource }) => resource),
      show: identityCommands(caller),
      usual: ['identity.no-allow'],
    },
    waysOf(jobs, ({ actions, resource }) =>
      way(
        {
          ...permissionStatement({ action: actions[0], resource: resource.text }),
          Action: actions.length === 1 ? actions[0] : actions,
          Resource: resource.text,
        },
        ...(holder === null ? [] : [`${prefix}.resource`]),
      ),
    ),
  );
}

function resourceOf(
  asked: Asked,
  { prefix, jobs, show }: UnnamedCall,
  holder: Named,
  hasIdentity: boolean,
): Requirement {
  const { caller, action } = asked;
  const { principal, condition } = caller.element;
  const arn = holder.placeholders.length === 0 ? holder.text : null;
  return allow(
    {
      id: `${prefix}.resource`,
      step: 'resource',
      request: { action, resource: null },
      target: { kind: 'resource', arn, attachedTo: arn },
      who: 'resource-owner',
      names: [caller.arn, holder, ...jobs.map(({ resource }) => resource)],
      show,
      usual: ['resource.no-allow', 'resource.cross-account'],
    },
    waysOf(jobs, ({ actions, resource }) =>
      way(
        grantStatement('resource', {
          principal,
          action: actions.length === 1 ? actions[0] : actions,
          resource: resource.text,
          condition,
        }),
        ...(hasIdentity ? [`${prefix}.identity`] : []),
      ),
    ),
  );
}

function waysOf([first, ...more]: NonEmpty<Job>, of: (job: Job) => Way): NonEmpty<Way> {
  return [of(first), ...more.map(of)];
}
