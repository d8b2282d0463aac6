import { absentByRule } from '../../src/gather/ask/by-rule.ts';
import { absent, type Fact, known } from '../../src/model/fact.ts';
import type { Facts, OrganizationPlace } from '../../src/model/facts.ts';
import type { LayerFact, Level } from '../../src/model/policy.ts';
import { type About, type Place, randomPolicy } from './random-statements.ts';
import type { Tape } from './tape.ts';

/** A user's own policies and those of its groups are a union. */
export function identityOf(about: About, tape: Tape): LayerFact {
  const own = levelOf('caller', 'inline', 'identity', about, 1 + tape.upTo(1), tape);
  const groups = tape.several(1, (index) => levelOf(`group-${index}`, 'managed', 'identity', about, 1, tape));
  return known([own, ...groups]);
}

/** A boundary, or none. */
export function boundaryOf(about: About, tape: Tape): LayerFact {
  const none = absent('iam:GetRole', 'caller');
  return tape.chance(35) ? known([levelOf('Boundary', 'boundary', 'identity', about, 1, tape)]) : none;
}

/** A layer of one policy, in that percentage of worlds. */
export function single(
  kind: 'session' | 'endpoint',
  place: Place,
  about: About,
  tape: Tape,
  percent: number,
): LayerFact {
  const none = absent('assumed', `${kind}=none`);
  return tape.chance(percent) ? known([levelOf(kind, kind, place, about, 1, tape)]) : none;
}

/** The levels of an organization; each has few policies. */
export function levelsOf(kind: 'scp' | 'rcp', place: Fact<OrganizationPlace>, about: About, tape: Tape): LayerFact {
  if (place.status !== 'known' || place.value.path.status !== 'known') return absent('organizations:x', 'none');
  const levels = place.value.path.value;
  if (place.value.managementAccountId === levels.at(-1)?.id) return absent('organizations:DescribeOrganization', 'it');
  const at = kind === 'scp' ? 'identity' : 'rcp';
  return known(
    levels.map(({ id }) => {
      const level = levelOf(id, kind, at, about, tape.chance(25) ? 1 : 0, tape);
      const open = kind === 'scp' && !tape.chance(4);
      return open ? { ...level, policies: [...level.policies, FULL_ACCESS] } : level;
    }),
  );
}

const FULL_ACCESS = {
  ref: { name: 'FullAWSAccess', arn: null, kind: 'scp', attachedTo: 'r-root' },
  document: known({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }),
} as const;

/** The resource's policy, if it has one: for a role its trust policy. */
export function resourcePolicy(about: About, isTrust: boolean, role: Facts['role'], tape: Tape): LayerFact {
  if (about.action === 'iam:PassRole') return absentByRule('iam:PassRole is decided without it');
  if (!isTrust)
    return tape.chance(60) ? known([levelOf(about.resource, 'resource', 'resource', about, 1, tape)]) : NONE;
  if (role === null || role.trustPolicy.status !== 'known') return absent('iam:GetRole', about.resource);
  const ref = { name: 'target', arn: null, kind: 'trust', attachedTo: about.resource } as const;
  return known([{ id: about.resource, name: 'target', policies: [{ ref, document: role.trustPolicy }], gaps: [] }]);
}

const NONE = absent('snapshot:ResourcePolicy', 'the resource');

function levelOf(
  id: string,
  kind: 'inline' | 'managed' | 'boundary' | 'session' | 'scp' | 'rcp' | 'resource' | 'endpoint',
  place: Place,
  about: About,
  count: number,
  tape: Tape,
): Level {
  const policies = Array.from({ length: count }, (_, index) => ({
    ref: { name: `${id}-${index}`, arn: null, kind, attachedTo: id },
    document: known(randomPolicy(about, place, tape)),
  }));
  return { id, name: id, policies, gaps: [] };
}
