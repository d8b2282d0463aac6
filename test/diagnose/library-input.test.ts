import { describe, expect, it } from 'vitest';
import { type DiagnoseOptions, diagnose } from '../../src/diagnose/diagnose.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { InputError } from '../../src/model/input-error.ts';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import { HOME, SESSION, USER } from './world.ts';

const MASKED =
  'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::***:role/deploy';
const DEPLOY = 'arn:aws:iam::444455556666:role/deploy';
const FILE = { denytrace: 'snapshot/1', scope: 'request', takenAt: '2026-11-24T12:00:00Z' };

/** What callers without types pass: nothing of it may be taken for something else. */
const anything = (value: unknown) => value as never; // that is what the tests are about

describe('what the library is given', () => {
  it.each<[at: string, input: unknown, options: unknown]>([
    ['input', null, {}],
    ['input', 'a text', {}],
    ['input', {}, {}],
    ['input', { text: '', request: { principal: USER, action: 's3:GetObject' } }, {}],
    ['input.text', { text: 5 }, {}],
    ['input.denial', { denial: 'User: …' }, {}],
    ['input.denial', { denial: { action: 's3:GetObject' } }, {}],
    ['input.request', { request: USER }, {}],
    ['input.request.principal', { request: { action: 's3:GetObject' } }, {}],
    ['input.request.principal', { request: { principal: 'ana', action: 's3:GetObject' } }, {}],
    ['input.request.action', { request: { principal: USER, action: 'GetObject' } }, {}],
    ['input.request.action', { request: { principal: USER, action: 's3:GetObjekt' } }, {}],
    ['input.request.resource', { request: { principal: USER, action: 's3:GetObject', resource: 'b/k' } }, {}],
    ['options', { text: '' }, null],
    ['options.source', { text: '' }, { source: 'live' }],
    ['options.source', { text: '' }, { source: FILE }],
    ['options.source', { text: '' }, { source: { UserDetailList: [] } }],
    ['options.source.region', { text: '' }, { source: { region: 'eu-central-1.example.org' } }],
    ['options.live', { text: '' }, { source: 'none', live: {} }],
    ['options.live', { text: '' }, { source: openSnapshot(FILE), live: true }],
    ['options.live.profile', { text: '' }, { source: openSnapshot(FILE), live: { profile: 5 } }],
    ['options.sorce', { text: '' }, { sorce: openSnapshot(FILE) }],
    ['options.source.organisationProfile', { text: '' }, { source: { organisationProfile: 'management' } }],
    ['options.caller', { text: '' }, { caller: 'ana' }],
    ['options.caller', { request: { principal: USER, action: 's3:GetObject' } }, { caller: USER }],
    ['options.action', { text: '' }, { action: 's3:GetObjekt' }],
    ['options.resource', { text: '' }, { resource: 'deploy' }],
    ['options.service', { text: '' }, { service: 'lambda' }],
    ['options.context', { text: '' }, { context: { 'aws:MultiFactorAuthAge': 300 } }],
    ['options.missing', { text: '' }, { missing: 'aws:SourceIp' }],
    ['options.assume', { text: '' }, { assume: 'scp=allow' }],
    ['options.environment', { text: '' }, { environment: { CI: true } }],
    ['options.now', { text: '' }, { now: new Date('yesterday') }],
    ['options.signal', { text: '' }, { signal: {} }],
  ])('is refused with an InputError that says where: %s', async (at, input, options) => {
    const error = await diagnose(anything(input), anything(options)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ name: 'InputError', at, message: expect.stringContaining(`${at}: `) });
  });

  it('is compared with the options that there are where there is none of its name', async () => {
    await expect(diagnose({ text: '' }, anything({ sorce: 'none' }))).rejects.toThrow(
      'options.sorce: there is no such option; did you mean source?',
    );
  });

  it('is never quoted where it is a token', async () => {
    const options = { webIdentityToken: anything(['eyJhbGciOi']) };
    await expect(diagnose({ text: '' }, options)).rejects.toThrow(/^options\.webIdentityToken: pass a string$/);
  });

  it('needs no options', async () => {
    const [diagnosis] = await diagnose({ text: MASKED });
    expect(diagnosis).toMatchObject({ verdict: 'undetermined', conclusion: 'inconclusive' });
    expect(diagnosis?.requirements).not.toEqual([]);
  });

  it('fills in what the text masks or leaves out, and no more', async () => {
    const resource = async (options: DiagnoseOptions) => (await diagnose({ text: MASKED }, options))[0]?.request;
    expect(await resource({})).not.toMatchObject({ resource: DEPLOY });
    expect(await resource({ resource: DEPLOY })).toMatchObject({ resource: DEPLOY });
    expect(await resource({ caller: SESSION, action: 's3:GetObject' })).toMatchObject({ action: 'sts:AssumeRole' });
    const [denial] = parseDenials(
      'An error occurred (AccessDenied) when calling the ListBuckets operation: Access Denied',
    );
    if (denial === undefined) throw new Error('no denial');
    const [bare] = await diagnose({ denial }, { caller: USER });
    expect(bare?.request).toMatchObject({ principal: { arn: USER } });
  });

  it('may say that the principal is the current identity', async () => {
    const callerIdentity = { Account: HOME, Arn: USER, UserId: 'AIDAEXAMPLE' };
    const request = { principal: 'me', action: 's3:ListAllMyBuckets' };
    const [diagnosis] = await diagnose({ request }, { source: openSnapshot({ ...FILE, callerIdentity }) });
    expect(diagnosis?.request).toMatchObject({ principal: { arn: USER } });
    await expect(diagnose({ request })).rejects.toThrow(
      /^input\.request\.principal: me is the current identity, which/,
    );
  });
});
