import type { Context } from '../../context.ts';
import type { Factor } from '../factor.ts';
import { storedSecretFactor } from '../stored-secret.ts';
import { faceMapBytes } from './bytes.ts';

/** Each template takes about as long to open as any other. */
const MAX_TEMPLATE = 4096;
const PURPOSE = 'face-template';

/** A face map, of which the matcher's template is kept, sealed. */
export const faceMapFactor: Factor = storedSecretFactor(
  { type: 'FACE_MAP', category: 'inherence', name: 'facemap', failure: 'Face map verification failed' },
  {
    keep(context, owner, base64) {
      const faceMap = faceMapBytes(base64);
      return faceMap && sealTemplate(context, owner, faceMap);
    },
    async matches({ keys, faceMatcher }, owner, base64, kept) {
      const presented = faceMapBytes(base64) ?? new Uint8Array(1);
      // Nobody's template is opened as well, for the time that it takes.
      const sealed = kept ?? (await keys.seal(PURPOSE, owner, new Uint8Array(32)));
      const template = await keys.open(PURPOSE, owner, sealed);
      return faceMatcher.matches(kept === undefined ? undefined : template, presented);
    },
    messages: {
      invalid: 'A face map is base64 of at most 1 MiB',
      'already.exists': 'FaceMap has already been enrolled',
      'not.setup': 'FaceMap has not been set up',
    },
  },
);

async function sealTemplate({ keys, faceMatcher }: Context, owner: string, faceMap: Uint8Array): Promise<string> {
  const template = await faceMatcher.template(faceMap);
  if (template.length > MAX_TEMPLATE) throw new TypeError(`A face template has at most ${MAX_TEMPLATE} bytes`);
  return keys.seal(PURPOSE, owner, template);
}
