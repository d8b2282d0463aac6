import { describe, expect, it } from 'vitest';
import { render } from '../../src/report/render.ts';
import { diagnosisOf, requirementsOf, statementsOf } from './requirements-of.ts';

const HOST = '111122223333.dkr.ecr.eu-west-1.amazonaws.com';
const PULL = `failed to resolve reference "${HOST}/shop/app:1": unexpected status from HEAD request to https://${HOST}/v2/shop/app/manifests/1: 403 Forbidden`;
const PUSH = `error checking push permissions: POST https://${HOST}/v2/shop/app/blobs/uploads/: unexpected status code 403 Forbidden`;
const LOGIN = { Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' };

describe('a registry of Amazon ECR that refuses', () => {
  it.each([
    ['a pull', PULL, ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer']],
    [
      'a push',
      PUSH,
      [
        'ecr:BatchCheckLayerAvailability',
        'ecr:InitiateLayerUpload',
        'ecr:UploadLayerPart',
        'ecr:CompleteLayerUpload',
        'ecr:PutImage',
      ],
    ],
  ])('%s needs this on the repository, and the token', async (_, text, actions) => {
    const found = await requirementsOf(text);
    const repository = 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/app';
    expect(statementsOf(found['identity'])).toEqual([
      { Effect: 'Allow', Action: actions, Resource: repository },
      LOGIN,
    ]);
    expect(statementsOf(found['resource'])).toMatchObject([{ Action: actions }]);
    expect(JSON.stringify(statementsOf(found['resource']))).not.toContain('GetAuthorizationToken');
  });

  it('is known by its image where the text ends with the host alone, as containerd’s does', async () => {
    const found = await requirementsOf(
      `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${HOST}/shop/app:1.4.2: pulling from host ${HOST} failed with status code [manifests 1.4.2]: 403 Forbidden`,
    );
    expect(statementsOf(found['identity'])[0]).toMatchObject({
      Resource: 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/app',
    });
  });

  it('claims neither a caller nor an action, and says whose role pulls', async () => {
    const diagnosis = await diagnosisOf(PULL);
    expect(diagnosis.denial).toMatchObject({ kind: 'iam-denial', caller: null, action: null, code: null });
    expect(render([diagnosis], 'text').replace(/\s+/g, ' ')).toContain(
      'the node’s role or the execution role of the task',
    );
  });
});
