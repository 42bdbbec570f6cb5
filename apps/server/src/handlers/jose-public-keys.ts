import { createAuditEvent } from '@sca-kit/engine';
import { type Handlers, RequestError } from '@sca-kit/hono';
import { encryptJwe, importPublicKey, type JoseAlgorithm, KeyError, keyScope, publishKey } from '@sca-kit/jose';
import { JOSE_PUBLIC_KEY_LIMIT } from '@sca-kit/store';
import { fromPlainDateTime } from '../wire/time.ts';
import { clientTime } from './client-time.ts';
import { publicKeyError } from './public-key-error.ts';
import type { Services } from './services.ts';

type Operation = 'getJosePublicKey' | 'uploadJosePublicKey' | 'getFaceTecPublicKey';

/** Creates the handlers that publish the server's public keys and store those of clients. */
export function josePublicKeys(services: Services): Pick<Handlers, Operation> {
  const { stores, clock, faceTecKey } = services;
  return {
    async getJosePublicKey({ query: { algorithm, scope, version } }) {
      const key =
        version === undefined
          ? services.jose.newest(algorithm, clock.now())
          : services.jose.version(algorithm, version, clock.now());
      if (!key || key.scope !== scope) throw publicKeyError('public.key.not.found');
      return { status: 200, body: await publishKey(key) };
    },

    async uploadJosePublicKey({ body, actor }) {
      const { keyId, scope, validFrom, validTill, publicKeyMaterial } = body;
      const { algorithm, keyMaterial } = publicKeyMaterial;
      if (keyScope(algorithm) !== scope)
        throw publicKeyError('public.key.invalid', `A key for ${algorithm} has the scope ${keyScope(algorithm)}.`);
      const [from, till] = [parseTime(validFrom, 'validFrom'), parseTime(validTill, 'validTill')];
      if (till <= from) throw publicKeyError('public.key.invalid', 'validTill must be after validFrom.');
      await assertUsableKey(keyMaterial, algorithm);
      const { clientId } = actor;
      const createdAt = await clientTime(services, clientId);
      const record = { clientId, keyId, scope, algorithm, keyMaterial, validFrom: from, validTill: till, createdAt };
      const event = createAuditEvent(actor, createdAt, {
        type: 'public-key.uploaded',
        userId: actor.userId,
        data: { keyId, scope, algorithm },
      });
      const result = await stores.josePublicKeys.insert(record, event);
      if (result === 'id-taken') throw publicKeyError('public.key.already.exists');
      if (result === 'full') {
        throw publicKeyError(
          'public.key.invalid',
          `The client already has ${JOSE_PUBLIC_KEY_LIMIT} valid ${algorithm} keys, the maximum. Upload another when one has expired.`,
        );
      }
      const stored = { keyId, scope, validFrom, validTill, publicKeyMaterial: { algorithm, keyMaterial } };
      return { status: 201, body: { ...stored, clientId: null, deactivationTimestamp: null } };
    },

    getFaceTecPublicKey: () => ({ status: 200, body: faceTecKey }),
  };
}

/** Encrypts once with an encryption key: a key that cannot would make every encrypted response fail. */
async function assertUsableKey(keyMaterial: string, algorithm: JoseAlgorithm): Promise<void> {
  try {
    const publicKey = await importPublicKey(keyMaterial, algorithm);
    if (algorithm === 'RSA_OAEP_256') await encryptJwe('', { publicKey });
  } catch (cause) {
    const message = cause instanceof KeyError ? cause.message : 'The key cannot encrypt.';
    throw publicKeyError('public.key.invalid', message, { cause });
  }
}

function parseTime(text: string, name: string): number {
  const milliseconds = fromPlainDateTime(text);
  if (milliseconds !== undefined) return milliseconds;
  const message = 'must be a valid date and time in UTC, as yyyy-MM-dd HH:mm:ss.';
  throw new RequestError('request.invalid', message, { issues: [{ path: `/body/${name}`, message }] });
}
