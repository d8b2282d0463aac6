import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestMiss } from '../../src/evidence/near-miss/find-near-misses.ts';
import { proveFixes } from '../../src/fix/prove-fixes.ts';
import type { Cause, Change } from '../../src/model/diagnosis.ts';
import { isOfNoRequest } from '../../src/reference/keys/condition-keys.ts';
import { ownerOfKey } from '../../src/reference/keys/key-owner.ts';
import { runs } from '../effort.ts';
import { explore, type Found } from './explore.ts';
import { randomWorld } from './random-world.ts';
import { recordings } from './tape.ts';

const WORLDS = runs(1_000, 60_000);

/** A world with the fixes of its causes. */
function fixed(found: Found): readonly Cause[] {
  return proveFixes(found.denialCase, found.causes).causes;
}

/** The statements with an Allow that a change adds. */
function addedAllows({ before, after, pointer }: Change): readonly object[] {
  if (!/^(\/Statement(\/-)?)?$/.test(pointer) || typeof after !== 'object' || after === null) return [];
  const statements = pointer === '' ? [Object(after).Statement].flat() : [after].flat();
  const known = JSON.stringify(before ?? []);
  return statements.filter((one) => one?.Effect === 'Allow' && !known.includes(JSON.stringify(one)));
}

function keysOf(statement: object): readonly string[] {
  const operators: readonly object[] = Object.values(Object(Object(statement).Condition));
  return operators.flatMap((keys) => Object.keys(keys)).map((key) => key.toLowerCase());
}

/** The keys of conditions that fail in the statement which a cause is about, and that requests of the action can have. */
function guardsOf(found: Found, { id, layer }: Cause): readonly string[] {
  const cause = found.causes.find((one) => one.id === id && one.layer === layer);
  const { request } = found.denialCase;
  if (cause === undefined || cause.blocker === null || request === null) return [];
  const { conditions = [] } = nearestMiss(cause.blocker, found.denialCase) ?? {};
  return conditions
    .map(({ finding }) => finding.key)
    .filter((key) => !isOfNoRequest(key, request.action, request.resource))
    .map((key) => key.toLowerCase());
}

/** What an Allow that a fix adds leaves out of the conditions because of which the request was denied. */
function lostGuards(found: Found): readonly string[] {
  return fixed(found).flatMap((cause) => {
    const isAboutCondition = cause.evidence.some(
      (one) => one.kind === 'statement' && one.nearMiss?.element === 'condition',
    );
    if (!isAboutCondition || UNGUARDED.has(cause.id)) return [];
    const guards = guardsOf(found, cause);
    return (cause.fix?.changes ?? []).flatMap(addedAllows).flatMap((statement) => {
      const kept = keysOf(statement);
      return guards.filter((key) => !kept.includes(key)).map((key) => `${cause.id} drops ${key}`);
    });
  });
}

/**
 * Services that do not send iam:PassedToService, and tags of a passed role, which AWS's page calls unreliable there: no condition on them can
 * guard. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
const UNGUARDED: ReadonlySet<string> = new Set(['passrole.service-not-sent', 'passrole.role-tags']);

describe('the fix of a condition that does not hold', () => {
  it(`never adds an Allow that lacks the condition (${WORLDS} worlds)`, () => {
    fc.assert(
      fc.property(recordings, (tape) => {
        expect(lostGuards(explore(randomWorld(tape.play())))).toEqual([]);
      }),
      { numRuns: WORLDS },
    );
  });

  it('sends no key that is not for the caller to send', () => {
    fc.assert(
      fc.property(recordings, (tape) => {
        const found = explore(randomWorld(tape.play()));
        const { action = '', resource = null } = found.denialCase.request ?? {};
        const sent = fixed(found).flatMap(({ fix }) => Object.keys(fix?.request?.context ?? {}));
        const owners = sent.map((key) => `${key}: ${ownerOfKey(key, action, resource).owner}`);
        expect(owners.filter((one) => /: (resource|service)$/.test(one))).toEqual([]);
      }),
      { numRuns: WORLDS },
    );
  });

  it('is tried on worlds that have such conditions, and mends them where they stand', () => {
    const found = fc.sample(recordings, { numRuns: 1_500, seed: 4 }).map((tape) => explore(randomWorld(tape.play())));
    const fixes = found.flatMap((one) => fixed(one).flatMap(({ fix }) => fix ?? []));
    const changes = fixes.flatMap((fix) => fix.changes);
    expect(changes.filter(({ pointer }) => pointer.includes('/Condition')).length).toBeGreaterThan(20);
    expect(fixes.flatMap(({ request }) => Object.keys(request?.context ?? {})).length).toBeGreaterThan(5);
  });
});
