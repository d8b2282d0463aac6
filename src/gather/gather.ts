import { actsOnTrust, isFederated, isPassRole } from '../model/actions.ts';
import { parseArn } from '../model/arn.ts';
import { type Fact, unreadable } from '../model/fact.ts';
import type { CurrentIdentity, Facts, OrganizationPlace, RoleFacts } from '../model/facts.ts';
import { type Gap, notGiven } from '../model/gap.ts';
import { ownerGap } from '../model/owner-gap.ts';
import type { LayerFact } from '../model/policy.ts';
import { type Principal, parsePrincipal } from '../model/principal.ts';
import type { Question, UserOptions } from '../model/question.ts';
import type { Read } from '../model/read.ts';
import { allOf } from './ask/all-of.ts';
import { type Ask, askWith, type Site } from './ask/ask.ts';
import { readRecord, withRecorded } from './authorization-record/read-record.ts';
import { readEndpointLayer, readSessionLayer } from './given/session-layer.ts';
import { type GuardrailSources, rcpLayer, scpLayer } from './organization/guardrails.ts';
import { type OrganizationFacts, readOrganization } from './organization/read-organization.ts';
import type { OrganizationLayer } from './organization/read-organization-levels.ts';
import { readAccessKeys } from './principals/read-access-keys.ts';
import { readCaller, readCallerEntity } from './principals/read-caller.ts';
import { readCurrentIdentity } from './principals/read-current-identity.ts';
import { readInstanceProfile, readProviders } from './principals/read-providers.ts';
import { readRole } from './principals/read-role.ts';
import { readUniqueIds } from './principals/read-unique-ids.ts';
import { memoize } from './readers/memoize.ts';
import { readIdentityOnly } from './readers/read-identity-only.ts';
import { partitionOfQuestion, resourceAccountOf } from './resource/accounts.ts';
import { accountByPolicy, readResourceLayer } from './resource/resource-layer.ts';

/**
 * Gathers everything that can be known about one request. Reads run at the same time: one waits for another only if it needs something
 * from its answer. Nothing is assumed. What could not be read is unreadable, with the gap that says how to close it. Never rejects for
 * what `read` answers.
 */
export async function gather(question: Question, read: Read, given: UserOptions): Promise<Facts> {
  const once = memoize(question.refusedBeforePolicies === true ? readIdentityOnly(read) : read);
  const ask = askWith(once);
  const partition = partitionOfQuestion(question);
  const siteOf = (account: string | null, who: Site['who']): Site => ({
    account,
    partition,
    who,
    ...(question.region === null ? {} : { region: question.region }),
  });
  const textSite = siteOf(question.principal?.account ?? null, 'account-admin');
  const currentRead = readCurrentIdentity(ask, partition);
  const { record: recordRead, levels: levelsRead } = readRecord(ask, textSite, question);
  const roleRead = startRole(ask, question, siteOf);
  const { principal, principalFrom } = await callerOf(question, recordRead, currentRead);

  const callerSite = siteOf(principal?.account ?? null, 'account-admin');
  const ownerRead = ownerOf(once, question, given, recordRead, principal);
  const resourceRead = ownerRead.then((owner) =>
    readResourceLayer(once, question, given, { owner, caller: principal?.account ?? null }, roleRead),
  );
  const { caller, record, levels, organizations, session, resource, others, ...facts } = await allOf({
    currentIdentity: currentRead,
    record: recordRead,
    levels: levelsRead,
    role: roleRead,
    caller: readCaller(ask, callerSite, principal),
    callerKeys: currentRead.then((current) => readAccessKeys(ask, callerSite, principal, current)),
    uniqueIds: startUniqueIds(ask, callerSite, principal, resourceRead, roleRead),
    resourceAccount: ownerRead,
    organizations: allOf({
      caller: startOrganization(ask, callerSite, given.scp === undefined ? ['scp'] : []),
      owner: ownerRead.then((account) =>
        startOrganization(ask, siteOf(account, 'resource-owner'), given.rcp === undefined ? ['rcp'] : []),
      ),
    }),
    session: readSessionLayer(
      ask,
      callerSite,
      principal,
      given.sessionPolicy,
      question.denial?.reason?.layer === 'session',
      question.denial?.reason?.layer === 'session' ? question.denial.reason.policyArn : null,
    ),
    resource: resourceRead,
    others: startOthers(ask, question, siteOf),
  });

  const sources: GuardrailSources = { given, principal, callerEntity: caller.entity };
  const owner = { account: facts.resourceAccount, organization: organizations.owner };
  return {
    ...facts,
    ...others,
    principal,
    principalFrom,
    callerEntity: caller.entity,
    callerGroups: caller.groups,
    callerOrganization: placeOf(organizations.caller, notGiven({ what: 'who the caller is', toPass: 'caller' })),
    resourceOrganization: placeOf(owner.organization, ownerGap(question.resource, null)),
    record,
    policies: {
      identity: caller.identity,
      boundary: caller.boundary,
      session: withRecorded(session, levels.session, true),
      scp: withRecorded(await scpLayer(sources, organizations.caller), levels.scp, false),
      rcp: withRecorded(await rcpLayer(sources, { resource: question.resource, ...owner }), levels.rcp, false),
      resource,
      endpoint: withRecorded(readEndpointLayer(given), levels.endpoint, true),
    },
  };
}

type SiteOf = (account: string | null, who: Site['who']) => Site;

/**
 * The caller that the text or an option names, else the one in AWS's record, else the current identity. Credentials that AWS did not
 * accept for the call are rarely the ones that answer now.
 */
async function callerOf(
  question: Question,
  record: Promise<Facts['record']>,
  current: Promise<Fact<CurrentIdentity>>,
): Promise<Pick<Facts, 'principal' | 'principalFrom'>> {
  if (question.principal !== null) return { principal: question.principal, principalFrom: question.principalFrom };
  const recorded = await record;
  const stated = recorded.status === 'known' ? parsePrincipal(recorded.value.principalArn ?? '') : undefined;
  if (stated !== undefined) return { principal: stated, principalFrom: 'record' };
  if (question.refusedBeforePolicies === true) return { principal: null, principalFrom: null };
  const identity = await current;
  const signedIn = identity.status === 'known' ? parsePrincipal(identity.value.arn) : undefined;
  if (signedIn !== undefined) return { principal: signedIn, principalFrom: 'current-identity' };
  return { principal: null, principalFrom: null };
}

/**
 * The account that owns the resource. Waits for AWS's record, and for the account that lists the resource's policy, only if nothing
 * else shows it.
 */
async function ownerOf(
  read: Read,
  question: Question,
  given: UserOptions,
  record: Promise<Facts['record']>,
  principal: Principal | null,
): Promise<string | null> {
  const stated = resourceAccountOf(question, given, null, principal);
  if (stated !== null) return stated;
  const [recorded, listed] = await Promise.all([record, accountByPolicy(read, question.resource)]);
  const fromRecord = recorded.status === 'known' ? resourceAccountOf(question, given, recorded.value, principal) : null;
  return fromRecord ?? listed;
}

/** Reads the role that is assumed or passed. Null if the request is about no role, or does not name it. */
async function startRole(ask: Ask, question: Question, siteOf: SiteOf): Promise<RoleFacts | null> {
  const { action, resource } = question;
  if (resource === null || !(actsOnTrust(action) || isPassRole(action))) return null;
  const arn = parseArn(resource);
  if (arn?.service !== 'iam' || !arn.resource.startsWith('role/') || /[*?$]/.test(arn.resource)) return null;
  // Without an account it names no role that could be read.
  if (arn.account === '') return null;
  return readRole(
    ask,
    siteOf(arn.account, arn.account === question.principal?.account ? 'account-admin' : 'role-owner'),
    resource,
  );
}

/** Looks up the unique ids in the resource policy; iam:PassRole has none, there it is the trust policy of the role. */
async function startUniqueIds(
  ask: Ask,
  site: Site,
  principal: Principal | null,
  resourceRead: Promise<LayerFact>,
  roleRead: Promise<RoleFacts | null>,
): Promise<Facts['uniqueIds']> {
  const [resource, role, caller] = await Promise.all([resourceRead, roleRead, readCallerEntity(ask, site, principal)]);
  const policies = resource.status === 'known' ? resource.value.flatMap((level) => level.policies) : [];
  const trust = role === null ? [] : [role.trustPolicy];
  return readUniqueIds(ask, site, policies.length > 0 ? policies.map(({ document }) => document) : trust, caller);
}

function startOrganization(
  ask: Ask,
  site: Site,
  layers: readonly OrganizationLayer[],
): Promise<OrganizationFacts> | null {
  const { account } = site;
  return account === null ? null : readOrganization(ask, { ...site, account }, layers);
}

function placeOf(organization: OrganizationFacts | null, otherwise: Gap): Fact<OrganizationPlace> {
  return organization?.place ?? unreadable(otherwise);
}

/** Reads what only some requests need: identity providers, an instance profile. */
async function startOthers(
  ask: Ask,
  { action, resource }: Question,
  siteOf: SiteOf,
): Promise<Pick<Facts, 'providers' | 'instanceProfile'>> {
  const arn = resource === null ? undefined : parseArn(resource);
  if (resource === null || arn?.service !== 'iam') return { providers: null, instanceProfile: null };
  const site = siteOf(arn.account, 'resource-owner');
  const [providers, instanceProfile] = await Promise.all([
    isFederated(action) ? readProviders(ask, site) : null,
    arn.resource.startsWith('instance-profile/') ? readInstanceProfile(ask, site, resource) : null,
  ]);
  return { providers, instanceProfile };
}
