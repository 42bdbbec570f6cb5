import type { Context } from '../../context.ts';
import type { Factor } from '../factor.ts';
import { storedSecretFactor } from '../stored-secret.ts';
import { faceMapBytes } from './bytes.ts';

/** Bytes. With this limit each template takes about the same time to decrypt. */
const MAX_TEMPLATE_LENGTH = 4096;
const PURPOSE = 'face-template';

/** A face map, of which the encrypted template of the matcher is stored. */
export const faceMapFactor: Factor = storedSecretFactor(
  { type: 'FACE_MAP', category: 'inherence', name: 'facemap' },
  {
    protect(context, owner, base64) {
      const faceMap = faceMapBytes(base64);
      return faceMap && encryptTemplate(context, owner, faceMap);
    },
    async verify({ keys, faceMatcher }, owner, base64, stored) {
      const presented = faceMapBytes(base64) ?? new Uint8Array(1);
      // Without a stored template a dummy is decrypted, which takes as long.
      const encrypted = stored ?? (await keys.encrypt(PURPOSE, owner, new Uint8Array(32)));
      const template = await keys.decrypt(PURPOSE, owner, encrypted);
      return faceMatcher.matches(stored === undefined ? undefined : template, presented);
    },
  },
);

async function encryptTemplate({ keys, faceMatcher }: Context, owner: string, faceMap: Uint8Array): Promise<string> {
  const template = await faceMatcher.template(faceMap);
  if (template.length > MAX_TEMPLATE_LENGTH) {
    throw new TypeError(`A face template must have at most ${MAX_TEMPLATE_LENGTH} bytes (got ${template.length}).`);
  }
  return keys.encrypt(PURPOSE, owner, template);
}
