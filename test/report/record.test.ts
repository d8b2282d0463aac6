import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { openSnapshot } from '../../src/index.ts';
import { render } from '../../src/report/render.ts';

const BLOB = `-${'abcDEF123_-'.repeat(13)}`;
const SILENT = `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. Encoded authorization failure message: ${BLOB}`;

describe('what AWS recorded of a denial', () => {
  it('is an open question where nobody could decode it, with the way to find out', async () => {
    const diagnoses = await diagnose({ text: SILENT }, { source: 'none' });
    expect(diagnoses[0]?.open).toContainEqual(
      expect.objectContaining({ permission: 'sts:DecodeAuthorizationMessage', kind: 'refused' }),
    );
    const report = render(diagnoses, 'text');
    expect(report).toContain('? What the encoded authorization message says could not be read');
    expect(report).toContain(
      `aws sts decode-authorization-message --encoded-message=${BLOB} --query DecodedMessage --output text`,
    );
    expect(render(diagnoses, 'markdown')).toContain('encoded authorization message');
  });

  it('is no question where the text holds none', async () => {
    const [diagnosis] = await diagnose({ text: SILENT.replace(/ Encoded.*/, '') }, { source: 'none' });
    expect(JSON.stringify(diagnosis?.open)).not.toContain('DecodeAuthorizationMessage');
  });

  it('is not to be decoded again, nor a matter of permissions, where STS could not decode it', async () => {
    const code = 'InvalidAuthorizationMessageException';
    const refusal = {
      account: '',
      call: 'sts:DecodeAuthorizationMessage',
      on: BLOB,
      code,
      message: 'Message is not valid',
    };
    const source = openSnapshot({ denytrace: 'snapshot/1', scope: 'request', unreadable: [refusal] });
    const report = render(await diagnose({ text: SILENT }, { source }), 'text').replace(/\s+/g, ' ');
    expect(report).toContain('STS cannot decode it (InvalidAuthorizationMessageException): it was cut');
    expect(report).not.toMatch(/Decode AWS|needs sts:DecodeAuthorizationMessage|aws sts decode-authorization-message/);
  });
});
