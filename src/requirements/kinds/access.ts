import { needsBothPolicies } from '../../evaluate/operations.ts';
import { namesAction } from '../../evidence/aws-words/names-action.ts';
import {
  documentKindOf,
  grantStatement,
  permissionStatement,
  policyTakesAction,
} from '../../grants/grant-statement.ts';
import { parseArn } from '../../model/arn.ts';
import type { NonEmpty } from '../../model/non-empty.ts';
import type { Requirement, Way } from '../../model/requirement.ts';
import { shortName } from '../../model/short-name.ts';
import { oneOrMore } from '../../policy/one-or-more.ts';
import { createsItsResource } from '../../reference/resources/created-resource.ts';
import { policyCommand, QUEUE_URL } from '../../reference/resources/policy-commands.ts';
import { policyHolderOf } from '../../reference/resources/policy-holder.ts';
import { hasNoResourcePolicies, takesResourcePolicy } from '../../reference/resources/resource-policies.ts';
import { actionFacts } from '../../reference/service-facts.ts';
import type { Asked } from '../asked.ts';
import { accountPrincipal, hasIdentityPolicies, identityPolicies } from '../caller.ts';
import { identityCommands } from '../commands.ts';
import { allow, type Shown, shown, way } from '../make.ts';
import { known, type Named, token } from '../named.ts';
import { resourcesOf } from '../resource.ts';
import { type ServiceTerms, serviceTerms } from '../service-terms.ts';
import { foreignBucket } from './foreign-bucket.ts';
import { guardrails } from './guardrails.ts';

/**
 * Any other action: an identity policy must allow it; the resource's own policy can do so in its place within one account, must do so
 * across accounts, and a key policy must in any case.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function access(asked: Asked, prefix = ''): readonly Requirement[] {
  const { action, resource, place, caller } = asked;
  const resources = resourcesOf(action, resource, place);
  // The key of an alias has the policy.
  const holder = resources.find(({ text }) => !isAlias(text)) ?? resources[0];
  const policy = resourcePolicy(asked, holder, resources, prefix);
  const identity = hasIdentityPolicies(caller)
    ? [identityOf(asked, resources, prefix, policy === undefined ? undefined : policy.needsBoth)]
    : [];
  return [
    ...identity,
    ...(policy === undefined ? [] : [policy.requirement]),
    ...(prefix === '' ? guardrails(asked, resources) : []),
  ];
}

function identityOf(
  asked: Asked,
  resources: readonly Named[],
  prefix: string,
  needsBoth: boolean | undefined,
): Requirement {
  const { action, caller, resource } = asked;
  const statement = permissionStatement({ action, resource: oneOrMore(resources.map(({ text }) => text)) });
  return allow(
    {
      id: `${prefix}identity`,
      ...identityPolicies(caller),
      request: {
        action,
        resource:
          resources.length === 1 && resources[0]?.placeholders.length === 0 ? (resources[0]?.text ?? null) : null,
      },
      names: resources,
      show: identityCommands(caller),
      usual:
        actionFacts(action)?.wildcardOnly === true
          ? ['identity.wildcard-only', 'identity.unsupported-key']
          : usualOf(action, resource),
    },
    [needsBoth === true ? way(statement, `${prefix}resource`) : way(statement)],
  );
}

function usualOf(action: string, resource: string | null): readonly string[] {
  const service = action.slice(0, action.indexOf(':')).toLowerCase();
  if (service === 's3') return ['identity.bucket-vs-object', 'identity.no-allow'];
  if (service === 'secretsmanager') return ['identity.secret-suffix', 'identity.no-allow'];
  if (service === 'kms') return ['identity.key-alias', 'identity.no-allow'];
  return resource === null
    ? ['identity.no-allow', 'identity.resource-type']
    : ['identity.no-allow', 'identity.near-miss'];
}

interface ResourcePolicy {
  readonly requirement: Requirement;
  /** True where the identity policy alone does not do. */
  readonly needsBoth: boolean;
}

/** The policy of the resource; undefined where the resource cannot have one, or needs none. */
function resourcePolicy(
  asked: Asked,
  resource: Named,
  all: readonly Named[],
  prefix: string,
): ResourcePolicy | undefined {
  const { action, caller, accounts, resourceAccount, place } = asked;
  if (!policyTakesAction(resource.text, action)) return undefined;
  if (
    createsItsResource(action) ||
    hasNoResourcePolicies(action) ||
    !takesResourcePolicy(action) ||
    resource.text === '*'
  )
    return undefined;
  if (isAlias(resource.text)) return undefined;
  const isKey = parseArn(resource.text)?.service === 'kms';
  const isMember = hasIdentityPolicies(caller);
  const needsBoth = accounts !== 'same' || (isKey && isMember) || needsBothPolicies(action.toLowerCase());
  const holder = policyHolderOf(resource.text);
  const terms = serviceTerms(caller.service ?? '', action, token('SOURCE_ACCOUNT'), place.partition);
  const requirement = allow(
    {
      id: `${prefix}resource`,
      step: 'resource',
      request: { action, resource: resource.placeholders.length === 0 ? resource.text : null },
      target: {
        kind: 'resource',
        name: shortName(holder),
        arn: resource.placeholders.length === 0 ? holder : null,
        account: resourceAccount,
        attachedTo: resource.placeholders.length === 0 ? holder : null,
      },
      who: 'resource-owner',
      names: [caller.arn, ...inOnePolicy(resource, all), ...terms.names],
      show: commandsFor(holder, resource, resourceAccount ?? (accounts === 'unknown' ? null : place.account)),
      usual: ['resource.no-allow', 'resource.cross-account'],
      likely: likelyOf(asked),
    },
    caller.service === null
      ? resourceWays(asked, resource, oneOrMore(inOnePolicy(resource, all).map(({ text }) => text)), prefix)
      : [serviceWay(caller.service, resource, terms)],
  );
  return { requirement, needsBoth };
}

/** The alias itself has no policy: an identity policy must allow it. https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html */
function isOfAlias(action: string): boolean {
  return /^kms:(?:Create|Update|Delete)Alias$/i.test(action);
}

function isAlias(arn: string): boolean {
  return /^arn:[^:]*:kms:[^:]*:[^:]*:alias\//.test(arn);
}

/**
 * What the policy of a resource has to name: the policy of the Data Catalog decides about the catalog, its databases and their tables, and a
 * call is checked on each of them. https://docs.aws.amazon.com/glue/latest/dg/security_iam_resource-based-policy-examples.html
 */
function inOnePolicy(resource: Named, all: readonly Named[]): readonly Named[] {
  return parseArn(resource.text)?.service === 'glue' ? all : [resource];
}

function serviceWay(host: string, resource: Named, terms: ServiceTerms): Way {
  const kind = documentKindOf('resource', resource.text);
  return way(grantStatement(kind, { ...terms, principal: { Service: host }, resource: resource.text }));
}

/** "names the caller itself: enough alone in one account", or "names the account: then the identity policy as well". */
function resourceWays(
  asked: Asked,
  holder: Named,
  resource: string | readonly string[],
  prefix: string,
): NonEmpty<Way> {
  const { action, caller, accounts } = asked;
  const isKey = parseArn(holder.text)?.service === 'kms';
  const kind = documentKindOf('resource', holder.text);
  const { principal, condition } = caller.element;
  const identity = `${prefix}identity`;
  const statement = grantStatement(kind, { principal, action, resource, condition });
  const isMember = hasIdentityPolicies(caller);
  const direct =
    isMember && (accounts !== 'same' || condition !== undefined || isOfAlias(action))
      ? way(statement, identity)
      : way(statement);
  const root = accountPrincipal(caller) ?? (isKey && caller.type === null ? rootOf(asked, holder) : undefined);
  if (!isMember || root === undefined || !(isKey || accounts === 'across')) return [direct];
  return [direct, way(grantStatement(kind, { principal: { AWS: root }, action, resource }), identity)];
}

/** Callers of a key are mostly of its own account. */
function rootOf({ place }: Asked, { text }: Named): string {
  return `arn:${place.partition}:iam::${parseArn(text)?.account ?? 'ACCOUNT'}:root`;
}

function commandsFor(holder: string, resource: Named, account: string | null): readonly Shown[] {
  const argv = policyCommand(holder);
  if (argv === undefined) return [];
  const words = argv.map((word) =>
    word === QUEUE_URL
      ? token('QUEUE_URL')
      : { ...known(word), placeholders: resource.placeholders.filter(({ token: name }) => word.includes(name)) },
  );
  return [shown(account, ...words)];
}

/**
 * AWS names the policy type within an account, S3 within an organization too.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html#access-denied-message-examples
 */
function likelyOf(asked: Asked): string | null {
  const { accounts, denialCase, action } = asked;
  const { denial } = denialCase;
  if (denial === null || denial.reason !== null) return null;
  if (accounts === 'across') return 'across accounts AWS says less: the message names no policy type';
  const foreign = foreignBucket(asked);
  if (foreign !== undefined) return foreign;
  const isSentence = denial.caller !== null && namesAction(denialCase);
  return accounts === 'unknown' && isSentence && action.toLowerCase().startsWith('s3:')
    ? 'S3 names the policy type to callers of the bucket’s own account or organization, and here it names none'
    : null;
}
