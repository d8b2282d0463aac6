import { describe, expect, it } from 'vitest';
import { findCauses } from '../../src/causes/find-causes.ts';
import { decided } from '../../src/evidence/blockers/find-blockers.ts';
import { proveFixes } from '../../src/fix/prove-fixes.ts';
import type { DenialCase } from '../../src/model/denial-case.ts';
import type { Fix } from '../../src/model/diagnosis.ts';
import { absent, type Fact, known, unreadable } from '../../src/model/fact.ts';
import type { Entity } from '../../src/model/facts.ts';
import { unreadableGap } from '../parts/facts-of.ts';
import { ROLE, refOf, subjectOf } from './subject.ts';

const TARGET = 'arn:aws:iam::444455556666:role/backup';
const OTHER = 'arn:aws:iam::444455556666:role/backup-admin';
const DEAD = 'AROADELETEDROLE00001';
const DEAD_TOO = 'AROADELETEDROLE00002';
const DEAD_USER = 'AIDADELETEDUSER00001';

const ENTITY: Entity = {
  kind: 'role',
  arn: ROLE,
  name: 'ci-deployer',
  path: '/',
  uniqueId: 'AROALIVINGROLE000001',
  created: null,
  tags: {},
  maxSessionDuration: null,
};

/** Looked for, in accounts whose lists could not be read. */
const SOUGHT = Object.fromEntries([DEAD, DEAD_TOO, DEAD_USER].map((id) => [id, unreadable(unreadableGap)]));

interface Story {
  readonly trusted: string | readonly string[];
  readonly uniqueIds?: Readonly<Record<string, Fact<string>>>;
  readonly entity?: Fact<Entity>;
}

function caseOf({ trusted, uniqueIds = SOUGHT, entity = known(ENTITY) }: Story): DenialCase {
  const statement = { Effect: 'Allow', Principal: { AWS: trusted }, Action: 'sts:AssumeRole' };
  const plain = subjectOf({
    policy: refOf('trust', { name: 'backup', attachedTo: TARGET }),
    statements: [statement],
    action: 'sts:AssumeRole',
    resource: TARGET,
  });
  if (plain.request === null) throw new Error('the request is known');
  const request = { ...plain.request, uniqueId: entity.status === 'known' ? entity.value.uniqueId : null };
  const facts = { ...plain.facts, uniqueIds, callerEntity: entity };
  return decided({ ...plain, facts }, request, facts.policies);
}

function fixOf(story: Story): Fix {
  const denialCase = caseOf(story);
  const fix = proveFixes(denialCase, findCauses(denialCase)).causes.find(({ layer }) => layer === 'trust')?.fix;
  if (!fix) throw new Error('the trust policy has no fix');
  return fix;
}

const trustedAfter = (fix: Fix) => JSON.stringify(fix.documents.map(({ document }) => document));

describe('the id of a deleted principal', () => {
  it.each<[string, Story]>([
    ['AWS shows it, and the caller has another one', { trusted: [DEAD, OTHER] }],
    ['nobody has it', { trusted: [DEAD, OTHER], uniqueIds: { [DEAD]: absent('iam:ListRoles', DEAD) } }],
    ['it is the only one', { trusted: DEAD }],
  ])('gives way to the caller: %s', (_, story) => {
    const fix = fixOf(story);
    expect(fix).toMatchObject({
      summary: `replace ${DEAD} with role/ci-deployer in the trust policy of backup: no principal has this unique id anymore`,
      changes: [{ before: DEAD, after: ROLE }],
      check: 'allowed',
    });
    expect(trustedAfter(fix)).not.toContain(DEAD);
  });

  it('stays where nobody looked for it', () => {
    expect(trustedAfter(fixOf({ trusted: DEAD, uniqueIds: {} }))).toContain(DEAD);
  });

  it('stays where somebody has it', () => {
    const fix = fixOf({ trusted: DEAD, uniqueIds: { [DEAD]: known(`${ROLE}-two`) } });
    expect(fix.summary).toBe(
      'add a statement to the trust policy of backup that allows role/ci-deployer to call sts:AssumeRole',
    );
    expect(trustedAfter(fix)).toContain(DEAD);
  });

  it('stays where the caller could be the one who has it', () => {
    const denialCase = caseOf({ trusted: DEAD, entity: unreadable(unreadableGap) });
    const fixes = proveFixes(denialCase, findCauses(denialCase)).causes.map(({ fix }) => fix);
    expect(fixes).not.toEqual([]);
    expect(fixes.flatMap((fix) => fix?.changes ?? []).filter(({ before }) => before !== null)).toEqual([]);
  });

  it('is told where others like it keep AWS from saving the document, and not removed', () => {
    const fix = fixOf({ trusted: [DEAD, DEAD_TOO, DEAD_USER, OTHER] });
    expect(fix.summary).toContain(`replace ${DEAD} with role/ci-deployer`);
    expect(fix.summary).toContain(
      `; AWS will not save it while it names ${DEAD_TOO}, ${DEAD_USER}, ids of deleted principals: remove those too, or put ARNs there`,
    );
    expect(trustedAfter(fix)).toContain(DEAD_TOO);
    expect(trustedAfter(fix)).toContain(DEAD_USER);
  });

  it('is told beside a near miss', () => {
    const fix = fixOf({ trusted: [`${ROLE.slice(0, -2)}`, DEAD_USER] });
    expect(fix.summary).toBe(
      `add role/ci-deployer to the principals in the trust policy of backup; AWS will not save it while it names ${DEAD_USER}, the id of a deleted principal: remove that too, or put an ARN there`,
    );
  });

  it('is no near miss of a caller of another kind', () => {
    const denialCase = caseOf({ trusted: DEAD_USER });
    expect(findCauses(denialCase).map(({ id }) => id)).toContain('trust.not-listed');
  });
});
