import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { LAYERS } from '../../src/model/layer.ts';
import { countsLine, diagnosisLine } from '../../src/report/lines.ts';
import { render } from '../../src/report/render.ts';
import { DIAGNOSIS_SCHEMA } from '../../src/report/schema.ts';
import { guardrailAndGap } from './diagnoses/guardrail-and-gap.ts';
import { hostile } from './diagnoses/hostile.ts';
import { allowed, contradicted, expiredSession, nothingSeen, passRoleAndTrust } from './diagnoses/others.ts';
import { trustNearMiss } from './diagnoses/trust-near-miss.ts';

const ajv = new Ajv2020({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allErrors: true,
  allowUnionTypes: true,
});
ajv.addSchema(DIAGNOSIS_SCHEMA, 'denytrace');
const validate = ajv.compile(DIAGNOSIS_SCHEMA);

function errorsOf(value: unknown): readonly string[] {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the schema of --format json', () => {
  const reports = {
    allowed,
    contradicted,
    expiredSession,
    guardrailAndGap,
    hostile,
    nothingSeen,
    passRoleAndTrust,
    trustNearMiss,
  };

  it.each(Object.entries(reports))('takes what is printed: %s', (_, diagnosis) => {
    expect(errorsOf(JSON.parse(render([diagnosis], 'json')))).toEqual([]);
  });

  it('takes a text without a denial', () => {
    expect(errorsOf(JSON.parse(render([], 'json')))).toEqual([]);
  });

  const printed = () => JSON.parse(render([trustNearMiss], 'json'));

  it.each([
    ['another schema', (file) => ({ ...file, schema: 'denytrace/2' })],
    ['a cause without evidence', (file) => edit(file, 'causes', { evidence: [] })],
    ['an unknown step without its gap', (file) => edit(file, 'steps', { status: 'unknown', gaps: [] })],
    ['a layer that does not exist', (file) => edit(file, 'causes', { layer: 'firewall' })],
    ['a rung that does not exist', (file) => edit(file, 'causes', { rung: 'sure' })],
    ['no verdict', (file) => ({ ...file, diagnoses: file.diagnoses.map(({ verdict: _, ...rest }) => rest) })],
  ] satisfies [string, (file: Printed) => unknown][])('refuses %s', (_, spoil) => {
    expect(errorsOf(spoil(printed()))).not.toEqual([]);
  });

  it.each(Object.entries(reports))('takes the lines that are printed: %s', (_, diagnosis) => {
    const isLine = ajv.compile({ $ref: 'denytrace#/$defs/line' });
    const isCounts = ajv.compile({ $ref: 'denytrace#/$defs/counts' });
    const line = JSON.parse(diagnosisLine(diagnosis, '1', 'build.log'));
    const counts = JSON.parse(countsLine(new Map([['1', 3]])));
    expect([isLine(line), isLine(counts), isCounts(counts), isCounts(line)]).toEqual([true, false, true, false]);
    expect(isLine({ ...line, key: undefined })).toBe(false);
  });

  it('names every layer', () => {
    const text = JSON.stringify(DIAGNOSIS_SCHEMA);
    for (const layer of LAYERS) expect(text).toContain(`"${layer}"`);
  });
});

interface Printed {
  readonly diagnoses: readonly Readonly<Record<string, unknown>>[];
}

function edit(file: Printed, list: string, change: object): unknown {
  const spoil = (each: object) => ({ ...each, ...change });
  return {
    ...file,
    diagnoses: file.diagnoses.map((diagnosis) => ({ ...diagnosis, [list]: (diagnosis[list] as object[]).map(spoil) })), // a list in every diagnosis
  };
}
