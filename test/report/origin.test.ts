import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';

import type { FormatName } from '../../src/report/formats.ts';
import { render } from '../../src/report/render.ts';

const DENIED =
  'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: lambda:CreateFunction on resource: arn:aws:lambda:eu-west-1:111122223333:function:f';
const box = (file: string) =>
  `│ Error: creating Lambda Function (f): ${DENIED}\n│\n│   with aws_lambda_function.f,\n│   on ${file} line 3, in resource "aws_lambda_function" "f":`;

const report = async (text: string, format: FormatName) => render(await diagnose({ text }, { source: 'none' }), format);

describe('what asked for it', () => {
  it.each<[FormatName, string]>([
    ['text', 'asked by  aws_lambda_function.f, main.tf line 3\n'],
    ['markdown', '- asked by <code>aws&#95;lambda&#95;function.f, main.tf line 3</code>\n'],
    ['github', '::error file=main.tf,line=3,'],
  ])('is in the report: %s', async (format, words) => {
    expect(await report(box('main.tf'), format)).toContain(words);
  });

  it.each(['/build/main.tf', '../main.tf'])(
    'is no place for an annotation outside of the project: %s',
    async (file) => {
      expect(await report(box(file), 'github')).not.toContain('file=');
    },
  );

  it('is in no report of a text that does not say it', async () => {
    expect(await report(DENIED, 'text')).not.toContain('asked by');
  });
});
