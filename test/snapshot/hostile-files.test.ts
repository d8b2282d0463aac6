import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gather } from '../../src/gather/gather.ts';
import { mergeSnapshots } from '../../src/gather/snapshot/merge-snapshots.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { redactSnapshot } from '../../src/gather/snapshot/redact-snapshot.ts';
import type { Snapshot } from '../../src/gather/snapshot/snapshot.ts';
import { SnapshotError } from '../../src/gather/snapshot/snapshot-error.ts';
import { snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';
import { runs } from '../effort.ts';
import { NOTHING_GIVEN, QUESTIONS } from '../gather/questions.ts';
import { CALLER, ORGANIZATION, OUTER, ROOT, worldFile } from '../gather/world.ts';
import { ACCOUNT, file, outcome, output, ROLE } from './fixtures.ts';

type Json = unknown;
type Step = string | number;

/** Every place of a JSON value. */
function placesOf(value: Json, at: readonly Step[] = []): (readonly Step[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  const entries: readonly (readonly [Step, Json])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [at, ...entries.flatMap(([key, item]) => placesOf(item, [...at, key]))];
}

/** The value with another one at a place. */
function replaced(value: Json, [step, ...more]: readonly Step[], by: Json): Json {
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? replaced(item, more, by) : item));
  const entries = Object.entries(value as object); // a place leads through objects and lists only
  return Object.fromEntries(entries.map(([key, item]) => [key, key === step ? replaced(item, more, by) : item]));
}

/** The parent of what a pointer names is in the file: the pointer leads somewhere, or to what is missing there. */
function leadsIntoFile(json: Json, pointer: string): boolean {
  const steps = pointer
    .split('/')
    .slice(1, -1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let value = json;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
    value = (value as Record<string, Json>)[step]; // hasOwn just proved it
  }
  return true;
}

const PLACES = placesOf(worldFile());
const ODD: readonly Json[] = [
  ...[null, true, 0, -1, 1e308, '', 'x', '\n', '__proto__', 'constructor', '\u202e', 'arn:aws:iam::111122223333:role/'],
  ...[[], [[]], [null], {}, { '': '' }, JSON.parse('{"__proto__":{"Arn":"x"},"constructor":1,"toString":[]}')],
];

function opened(json: Json): Snapshot | SnapshotError {
  try {
    return openSnapshot(json);
  } catch (error) {
    if (error instanceof SnapshotError) return error;
    throw error;
  }
}

describe('a file with anything anywhere', () => {
  it('opens, or is refused with a pointer into it; whatever opens can be asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...PLACES),
        fc.oneof(fc.constantFrom(...ODD), fc.jsonValue({ maxDepth: 3 })),
        fc.constantFrom(...Object.values(QUESTIONS)),
        async (place, value, question) => {
          const json = replaced(worldFile(), place, value);
          const snapshot = opened(json);
          if (snapshot instanceof SnapshotError)
            expect(leadsIntoFile(json, snapshot.pointer), snapshot.message).toBe(true);
          else await gather(question, snapshotReader(snapshot), NOTHING_GIVEN);
        },
      ),
      { numRuns: runs(300, 7_500) },
    );
  });

  it('merges with the sound one, or disagrees with it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), fc.constantFrom(...ODD), (place, value) => {
        const odd = opened(replaced(worldFile(), place, value));
        if (odd instanceof SnapshotError) return;
        try {
          mergeSnapshots([openSnapshot(worldFile()), odd]);
        } catch (error) {
          expect(error).toBeInstanceOf(SnapshotError);
        }
      }),
      { numRuns: runs(100, 2_500) },
    );
  });

  it('is redacted without an error where it opens', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), fc.constantFrom(...ODD), (place, value) => {
        const json = replaced(worldFile(), place, value);
        if (opened(json) instanceof SnapshotError) return;
        const redacted = redactSnapshot(json as Parameters<typeof redactSnapshot>[0], { names: true }); // it opened
        expect(opened(redacted)).not.toBeInstanceOf(SnapshotError);
      }),
      { numRuns: runs(100, 2_500) },
    );
  });
});

describe('keys of every object', () => {
  const hostile = '{"__proto__":{"polluted":true},"constructor":{"prototype":{}},"hasOwnProperty":1}';

  it('change nothing but their own object', () => {
    const extra: object = JSON.parse(hostile);
    const part = { authorizationDetails: { RoleDetailList: [{ ...ROLE, ...extra }] } };
    const incident = JSON.parse(`{"text":"x","context":{"__proto__":"polluted"},"options":${hostile}}`);
    const snapshot = openSnapshot(file(part, { incident, decodedMessages: JSON.parse(hostile) }));
    expect(outcome(snapshot, 'iam:GetRole', { RoleName: 'deployer' })).toBe('answered');
    expect(Object.getOwnPropertyNames(snapshot.incident?.context)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(snapshot.incident?.context)).toBe(Object.prototype);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('of one name twice are the last one, as in any JSON', () => {
    const twice: unknown = JSON.parse('{"denytrace":"snapshot/9","scope":"request","denytrace":"snapshot/1"}');
    expect(opened(twice)).not.toBeInstanceOf(SnapshotError);
  });

  it('that look like our own rows are data', () => {
    const names = ['deploy\nrole', 'a\n= iam:GetRole', '[]', '*', ''];
    for (const RoleName of names) {
      const Arn = `arn:aws:iam::${ACCOUNT}:role/${RoleName}`;
      const snapshot = opened(file({ authorizationDetails: { RoleDetailList: [{ ...ROLE, Arn, RoleName }] } }));
      if (!(snapshot instanceof SnapshotError))
        expect(outcome(snapshot, 'iam:GetRole', { RoleName: 'nobody' })).not.toBe('answered');
    }
  });
});

describe('documents', () => {
  const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

  it('that are nested too deeply to be walked are no documents, as texts too', () => {
    for (const document of [JSON.parse(nested(150)), nested(150), nested(100_000), encodeURIComponent(nested(150))]) {
      const error = opened(file({ resourcePolicies: { 'arn:aws:s3:::a': document } }));
      expect(error).toMatchObject({
        name: 'SnapshotError',
        pointer: `/accounts/${ACCOUNT}/resourcePolicies/arn:aws:s3:::a`,
      });
    }
    expect(opened(file({ resourcePolicies: { 'arn:aws:s3:::a': nested(50) } }))).not.toBeInstanceOf(SnapshotError);
  });

  it('of a decoded message that are nested too deeply make it unreadable', async () => {
    const asked = QUESTIONS['the message is encoded'];
    if (asked === undefined) throw new Error('no question');
    const snapshot = openSnapshot(
      worldFile((one) => {
        one['decodedMessages'] = { encoded: nested(50_000) };
      }),
    );
    const { record } = await gather(asked, snapshotReader(snapshot), NOTHING_GIVEN);
    expect(record).toMatchObject({ status: 'unreadable', gap: { code: 'MalformedAnswer' } });
  });
});

describe('a huge file', () => {
  const ids = Array.from({ length: 20_000 }, (_, index) => String(index).padStart(6, '0'));

  it('with many organizations, deep trees and many refusals is opened all the same', () => {
    const parents = Object.fromEntries(ids.map((id, index) => [`ou-ab12-${id}`, `ou-ab12-${ids[index + 1] ?? 'top'}`]));
    const organizations = Object.fromEntries(ids.map((id) => [`o-${id}abcd`, { managementAccountId: `${id}123456` }]));
    const leaves = Object.fromEntries(ids.map((id) => [`${id}999999`, 'ou-ab12-000000']));
    const unreadable = ids.map((id) => ({ account: `${id}123456`, call: 'organizations:ListRoots', on: '' }));
    const one = worldFile((json) => {
      json.organizations = {
        ...organizations,
        [ORGANIZATION]: { ...json.organizations[ORGANIZATION], parents: { ...parents, ...leaves } },
      };
      json['unreadable'] = unreadable;
    });
    const snapshot = openSnapshot(one);
    expect(outcome(snapshot, 'organizations:DescribeAccount', { AccountId: '000001999999' })).toBe('NotInSnapshot');
    expect(
      mergeSnapshots([
        snapshot,
        openSnapshot(
          worldFile((json) => {
            json.organizations = {};
          }),
        ),
      ]).held.size,
    ).toBeGreaterThan(40_000);
  });

  it('with many entities answers one of them', () => {
    const RoleDetailList = ids.map((id) => ({
      ...ROLE,
      Arn: `arn:aws:iam::${ACCOUNT}:role/r${id}`,
      RoleName: `r${id}`,
    }));
    const snapshot = openSnapshot(file({ authorizationDetails: { RoleDetailList } }));
    expect(output(snapshot, 'iam:GetRole', { RoleName: 'r019999' })).toMatchObject({ Role: { RoleName: 'r019999' } });
    expect(outcome(snapshot, 'iam:GetRole', { RoleName: 'r020000' })).toBe('NoSuchEntityException');
  });
});

describe('a place in the organization', () => {
  it('is the same by id and by ARN', () => {
    for (const on of [OUTER, `arn:aws:organizations::999900001111:ou/${ORGANIZATION}/${OUTER}`]) {
      const one = worldFile((json) => {
        json['unreadable'] = [
          { account: CALLER, call: 'organizations:ListPoliciesForTarget', on, code: 'AccessDenied' },
        ];
      });
      const input = { TargetId: OUTER, Filter: 'SERVICE_CONTROL_POLICY' };
      expect(outcome(one, 'organizations:ListPoliciesForTarget', input, CALLER)).toBe('AccessDenied');
    }
  });

  it.each([ROOT, ORGANIZATION, CALLER, '999900001111'])(
    'whose roots could not be listed has unknown types: %s',
    (on) => {
      const one = worldFile((json) => {
        json['unreadable'] = [{ account: '', call: 'organizations:ListRoots', on, code: 'AccessDenied' }];
      });
      const input = { TargetId: OUTER, Filter: 'SERVICE_CONTROL_POLICY' };
      expect(outcome(one, 'organizations:ListPoliciesForTarget', input, CALLER)).toBe('NotInSnapshot');
    },
  );
});
