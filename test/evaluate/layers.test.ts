import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { EvaluationPolicies } from '../../src/model/evaluation.ts';
import type { Layer } from '../../src/model/layer.ts';
import { rows } from './rows.ts';
import { asked, own, ROLE } from './targets.ts';
import { ACCOUNT, ALLOW_ALL, ALLOW_OTHER, document, layerOf, named, policies } from './worlds.ts';

describe('policies of one layer', () => {
  it.each(
    rows(`
    first  | second | allow | deny
    allow  | other  | yes   | no
    other  | allow  | yes   | no
    other  | other  | no    | no
    allow  | deny   | yes   | yes
    deny   | other  | no    | yes
    hidden | allow  | yes   | unknown
    hidden | other  | unknown | unknown
    hidden | deny   | unknown | yes
  `),
  )('add up: %s and %s allow %s, deny %s', (one = '', two = '', allow, deny) => {
    const texts: Readonly<Record<string, object | 'unreadable'>> = {
      allow: ALLOW_ALL,
      other: ALLOW_OTHER,
      deny: document({ Effect: 'Deny', Action: 's3:*', Resource: '*' }),
      hidden: 'unreadable',
    };
    const list = [one, two].map((name) => named(texts[name] ?? {}, name));
    const found = evaluate(asked('object', 'session', ACCOUNT), policies({ identity: list, session: list }));
    for (const layer of ['identity', 'session'] as const) expect(layerOf(found, layer)).toMatchObject({ allow, deny });
  });

  // "An explicit deny in any of these policies overrides the allow": https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
  it.each(['identity', 'boundary', 'session', 'scp', 'rcp', 'trust', 'endpoint'] as const)(
    'an explicit deny in %s decides, whatever else allows or is hidden',
    (layer: Layer) => {
      const deny = { Effect: 'Deny', Action: 'sts:*', ...(layer === 'trust' ? {} : { Resource: '*' }) };
      const names = ['trust', 'rcp', 'endpoint'].includes(layer) ? { Principal: '*' } : {};
      const bad = named(document({ ...deny, ...names }));
      for (const rest of [ALLOW_ALL, 'unreadable'] as const) {
        const good = named(rest);
        const given: EvaluationPolicies = {
          identity: layer === 'identity' ? [bad] : [good],
          boundary: layer === 'boundary' ? bad : good,
          session: layer === 'session' ? [bad] : [good],
          scps: [layer === 'scp' ? [bad, good] : [good]],
          rcps: [layer === 'rcp' ? [bad] : [good]],
          resource: layer === 'trust' ? bad : named(rest === 'unreadable' ? rest : own('role', ROLE)),
          endpoint: layer === 'endpoint' ? bad : rest === 'unreadable' ? rest : null,
        };
        const found = evaluate(asked('role', 'session', ACCOUNT), given);
        expect(found.allowed).toBe('no');
        expect(found.blockers).toContain(layer);
        expect(layerOf(found, layer).deny).toBe('yes');
      }
    },
  );
});
