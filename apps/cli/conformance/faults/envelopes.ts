import { decryptDirect, encryptDirect, encryptJwe, generateKeys, importContentKey, signJws } from '@sca-kit/jose';
import { type Answer, altering, changed, type Fault, type Passing } from './fault.ts';

const JOSE = 'application/jose+json';
const sealedIn = ({ headers }: Request): boolean => headers.get('content-type') === JOSE;

/** Changes what is inside the envelopes of one operation's answers. */
const resealing = (
  operationId: string,
  seal: (payload: unknown, passing: Passing) => Promise<string>,
): (() => Answer) =>
  altering({ operationId, status: 200, when: sealedIn }, async (answer, passing) => {
    const { payload } = await decryptDirect(await answer.text(), await passing.contentKey());
    return changed(answer, { body: await seal(payload, passing) });
  });

const replaced = (operationId: string, change: (payload: Record<string, unknown>) => unknown): (() => Answer) =>
  resealing(operationId, async (payload, passing) =>
    encryptDirect(change(payload as Record<string, unknown>), await passing.contentKey()),
  );

/** Seals with a header and a vector of one's own, which the library has no way to do. */
async function sealBy(header: object, iv: Uint8Array<ArrayBuffer>, payload: unknown, key: CryptoKey): Promise<string> {
  const head = Buffer.from(JSON.stringify(header)).toString('base64url');
  const sealed = Buffer.from(
    await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: Buffer.from(head) },
      key,
      Buffer.from(JSON.stringify(payload)),
    ),
  );
  const parts = [iv, sealed.subarray(0, -16), sealed.subarray(-16)].map((part) =>
    Buffer.from(part).toString('base64url'),
  );
  return [head, '', ...parts].join('.');
}

const DIRECT = { alg: 'dir', enc: 'A256GCM' };
const freshVector = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(12));

/** Sealed answers that are sealed wrong, or hold the wrong thing. */
export const envelopes: readonly Fault[] = [
  {
    name: 'a member inside the JWE has the wrong type',
    operations: ['verifyPin'],
    status: 200,
    named: /verifyPin 200 · plaintext\.validity.*integer/,
    plant: replaced('verifyPin', (payload) => ({ ...payload, validity: 'an hour' })),
  },
  {
    name: 'a required member is missing inside the JWE',
    operations: ['createDeviceFingerprint'],
    status: 200,
    named: /createDeviceFingerprint 200 · plaintext.*required.*deviceFingerprintId/,
    plant: replaced('createDeviceFingerprint', () => ({})),
  },
  {
    name: 'a member inside the JWE is not in the closed schema',
    operations: ['verifyPin'],
    status: 200,
    named: /verifyPin 200 · plaintext.*additional properties.*pin/,
    plant: replaced('verifyPin', (payload) => ({ ...payload, pin: '1234' })),
  },
  {
    name: 'the initialization vector is used again',
    operations: ['verifyPin'],
    named: /verifyPin 200 · body.*initialization vector was used before/,
    plant: resealing('verifyPin', async (payload, passing) =>
      sealBy(DIRECT, new Uint8Array(12).fill(7), payload, await passing.contentKey()),
    ),
  },
  {
    name: 'the answer to a sealed request comes in clear',
    operations: ['verifyPin'],
    status: 200,
    named: /verifyPin 200 · body.*is not\./,
    plant: altering({ operationId: 'verifyPin', status: 200, when: sealedIn }, async (answer, passing) => {
      const { payload } = await decryptDirect(await answer.text(), await passing.contentKey());
      const headers = { 'content-type': 'application/json', 'x-tw-jose-method': null };
      return changed(answer, { headers, body: JSON.stringify(payload) });
    }),
  },
  {
    name: 'the answer to a signed request comes in clear',
    operations: ['echoJws'],
    status: 200,
    named: /echoJws 200 · body.*is not\./,
    plant: altering({ operationId: 'echoJws', status: 200, when: sealedIn }, async (answer) =>
      changed(answer, {
        headers: { 'content-type': 'application/json', 'x-tw-jose-method': null },
        body: Buffer.from((await answer.text()).split('.')[1] ?? '', 'base64url').toString(),
      }),
    ),
  },
  {
    name: 'plain JSON is labelled as JOSE',
    operations: ['verifyPin'],
    status: 200,
    named: /verifyPin 200 · body.*envelope/,
    plant: resealing('verifyPin', async (payload) => JSON.stringify(payload)),
  },
  {
    name: 'the answer is sealed under another key',
    operations: ['verifyPin'],
    status: 200,
    named: /verifyPin 200 · body.*cannot be decrypted/,
    plant: resealing('verifyPin', async (payload) =>
      encryptDirect(payload, await importContentKey(crypto.getRandomValues(new Uint8Array(32)))),
    ),
  },
  {
    name: 'the answer is sealed to a key that nobody uploaded',
    operations: ['echoJwe'],
    status: 200,
    named: /echoJwe 200 · body: The response cannot be decrypted with the uploaded key/,
    plant: altering({ operationId: 'echoJwe', status: 200, when: sealedIn }, async (answer) => {
      const { publicKey } = await generateKeys('RSA_OAEP_256');
      const { jwe } = await encryptJwe({ message: 'hello' }, { publicKey, keyId: crypto.randomUUID() });
      return changed(answer, { body: jwe });
    }),
  },
  {
    name: 'the header of the envelope allows compression',
    operations: ['verifyPin'],
    status: 200,
    named: /verifyPin 200 · body.*zip/,
    plant: resealing('verifyPin', async (payload, passing) =>
      sealBy({ ...DIRECT, zip: 'DEF' }, freshVector(), payload, await passing.contentKey()),
    ),
  },
  {
    name: 'the envelope names another encryption than was agreed',
    operations: ['verifyPin'],
    status: 200,
    named: /verifyPin 200 · body.*enc of the envelope must be A256GCM/,
    plant: resealing('verifyPin', async (payload, passing) =>
      sealBy({ alg: 'dir', enc: 'A128GCM' }, freshVector(), payload, await passing.contentKey()),
    ),
  },
  {
    name: 'the sealed answer does not say how it is sealed',
    operations: ['verifyPin'],
    status: 200,
    named: /verifyPin 200 · header\.x-tw-jose-method/i,
    plant: altering({ operationId: 'verifyPin', status: 200, when: sealedIn }, (answer) =>
      changed(answer, { headers: { 'x-tw-jose-method': null } }),
    ),
  },
  {
    name: 'a signature is by a key that nobody published',
    operations: ['echoJws'],
    status: 200,
    named: /echoJws 200 · body: No published key verifies the signature of the response/,
    plant: altering({ operationId: 'echoJws', status: 200, when: sealedIn }, async (answer, { keys }) => {
      const { privateKey } = await generateKeys('ES256');
      const published = keys.newest('ES256', Date.now());
      const payload: unknown = JSON.parse(
        Buffer.from((await answer.text()).split('.')[1] ?? '', 'base64url').toString(),
      );
      return changed(answer, { body: await signJws(payload, { privateKey, keyId: published?.keyId ?? '' }) });
    }),
  },
];
