import { createAuditEvent } from '@sca-kit/engine';
import { type Handlers, RequestError } from '@sca-kit/hono';
import { importPublicKey, KeyError, publishKey, scopeOf } from '@sca-kit/jose';
import { JOSE_PUBLIC_KEY_LIMIT } from '@sca-kit/store';
import { fromPlainDateTime } from '../wire/time.ts';
import { clientTime } from './client-time.ts';
import { publicKeyError } from './public-key-error.ts';
import type { Services } from './services.ts';

type Operation =
  | 'getJosePublicKey'
  | 'uploadJosePublicKey'
  | 'echoJwe'
  | 'echoJweGet'
  | 'echoJweDirect'
  | 'echoJws'
  | 'echoJwsJwe'
  | 'getFaceTecPublicKey';

/** Keys and the playground for envelopes. */
export function jose(services: Services): Pick<Handlers, Operation> {
  const { stores, clock, faceTecKey } = services;
  const echo = ({ body }: { readonly body: { readonly message: string } }) => ({
    status: 200 as const,
    body: { message: `jose-playground-response-${body.message}`, method: 'POST' as const },
  });
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
      if (scopeOf(algorithm) !== scope)
        throw publicKeyError('public.key.invalid', `A key for ${algorithm} has the scope ${scopeOf(algorithm)}.`);
      const [from, till] = [moment(validFrom, 'validFrom'), moment(validTill, 'validTill')];
      if (till <= from) throw publicKeyError('public.key.invalid', 'validTill must be after validFrom.');
      await importPublicKey(keyMaterial, algorithm).catch((error: unknown) => {
        throw error instanceof KeyError ? publicKeyError('public.key.invalid', error.message, { cause: error }) : error;
      });
      const { clientId } = actor;
      const createdAt = await clientTime(services, clientId);
      const record = { clientId, keyId, scope, algorithm, keyMaterial, validFrom: from, validTill: till, createdAt };
      const event = createAuditEvent(actor, createdAt, {
        type: 'public-key.uploaded',
        userId: actor.userId,
        data: { keyId, scope, algorithm },
      });
      const answer = await stores.josePublicKeys.insert(record, event);
      if (answer === 'id-taken') throw publicKeyError('public.key.already.exists');
      if (answer === 'full') {
        throw publicKeyError(
          'public.key.invalid',
          `The client has as many keys of ${algorithm} as it may have, which is ${JOSE_PUBLIC_KEY_LIMIT}: the next is taken when one is past its validity.`,
        );
      }
      const stored = { keyId, scope, validFrom, validTill, publicKeyMaterial: { algorithm, keyMaterial } };
      return { status: 201, body: { ...stored, clientId: null, deactivationTimestamp: null } };
    },

    echoJwe: echo,
    echoJweGet: () => ({ status: 200, body: { message: 'jose-playground-response-', method: 'GET' } }),
    echoJweDirect: echo,
    echoJws: echo,
    echoJwsJwe: echo,
    getFaceTecPublicKey: () => ({ status: 200, body: faceTecKey }),
  };
}

function moment(text: string, name: string): number {
  const milliseconds = fromPlainDateTime(text);
  if (milliseconds !== undefined) return milliseconds;
  const message = 'is not a moment of the calendar: write yyyy-MM-dd HH:mm:ss in UTC.';
  throw new RequestError('request.invalid', message, { issues: [{ path: `/body/${name}`, message, limits: [] }] });
}
