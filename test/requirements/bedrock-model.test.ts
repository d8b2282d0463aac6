import { describe, expect, it } from 'vitest';
import { requirementList } from '../../src/report/words/requirements/requirement.ts';
import { denied, diagnosisOf, refused, requirementsOf, statementsOf } from './requirements-of.ts';

const NO_MODEL = refused(
  'InvokeModel',
  'AccessDeniedException',
  "You don't have access to the model with the specified model ID.",
);

async function wordsOf(text: string): Promise<string> {
  const items = requirementList(await diagnosisOf(text))?.items ?? [];
  return items.flatMap(({ lines }) => lines.flatMap((line) => (line.kind === 'words' ? [line.text] : []))).join('\n');
}

describe('a call of a model of Bedrock that the text does not name', () => {
  it.each(['InvokeModel', 'InvokeModelWithResponseStream'])(
    'needs one resource, and not one of each kind: %s',
    async (operation) => {
      const found = await requirementsOf(refused(operation, 'AccessDeniedException', 'Access denied'));
      expect(statementsOf(found['identity']).map(({ Resource }) => Resource)).toEqual([
        'arn:aws:bedrock:REGION::foundation-model/RESOURCE_ID',
      ]);
    },
  );

  it('may be one that the account has no access to', async () => {
    expect(await wordsOf(NO_MODEL)).toContain('the account has no access to the model in that region');
    expect(await wordsOf(NO_MODEL)).not.toContain('is checked on each of these resources');
  });

  it('is not, where AWS says which policy type lacks the Allow', async () => {
    const text = denied(
      'arn:aws:iam::111122223333:user/ana',
      'bedrock:InvokeModel',
      'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0',
      ' because no identity-based policy allows the bedrock:InvokeModel action',
    );
    expect(await wordsOf(text)).not.toContain('the account has no access to the model');
  });
});
