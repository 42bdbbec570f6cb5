import { decryptDirect, encryptDirect, encryptJwe, generateKeys, importContentKey, signJws } from '@sca-kit/jose';
import { altering, changed, type Fault, type FaultyRequest, type Handler } from './fault.ts';

const JOSE = 'application/jose+json';
const isEncrypted = ({ headers }: Request): boolean => headers.get('content-type') === JOSE;

/** Changes the plaintext of one operation's encrypted responses. */
const reencrypting = (
  operationId: string,
  seal: (payload: unknown, received: FaultyRequest) => Promise<string>,
): (() => Handler) =>
  altering({ operationId, status: 200, when: isEncrypted }, async (response, received) => {
    const { payload } = await decryptDirect(await response.text(), await received.contentKey());
    return changed(response, { body: await seal(payload, received) });
  });

const replaced = (operationId: string, change: (payload: Record<string, unknown>) => unknown): (() => Handler) =>
  reencrypting(operationId, async (payload, received) =>
    encryptDirect(change(payload as Record<string, unknown>), await received.contentKey()),
  );

/** Encrypts with a given header and initialization vector, which the library does not allow. */
async function encryptWith(
  header: object,
  iv: Uint8Array<ArrayBuffer>,
  payload: unknown,
  key: CryptoKey,
): Promise<string> {
  const head = Buffer.from(JSON.stringify(header)).toString('base64url');
  const encrypted = Buffer.from(
    await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: Buffer.from(head) },
      key,
      Buffer.from(JSON.stringify(payload)),
    ),
  );
  const parts = [iv, encrypted.subarray(0, -16), encrypted.subarray(-16)].map((part) =>
    Buffer.from(part).toString('base64url'),
  );
  return [head, '', ...parts].join('.');
}

const DIRECT = { alg: 'dir', enc: 'A256GCM' };
const randomIv = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(12));

/** Encrypted responses with a wrong envelope or a wrong plaintext. */
export const envelopes: readonly Fault[] = [
  {
    name: 'a member inside the JWE has the wrong type',
    operations: ['verifyPin'],
    detectedBy: { status: 200 },
    named: /verifyPin 200 · plaintext\.validity.*integer/,
    plant: replaced('verifyPin', (payload) => ({ ...payload, validity: 'an hour' })),
  },
  {
    name: 'a required member is missing inside the JWE',
    operations: ['createDeviceFingerprint'],
    detectedBy: { status: 200 },
    named: /createDeviceFingerprint 200 · plaintext.*required.*deviceFingerprintId/,
    plant: replaced('createDeviceFingerprint', () => ({})),
  },
  {
    name: 'a member inside the JWE is not in the closed schema',
    operations: ['verifyPin'],
    detectedBy: { status: 200 },
    named: /verifyPin 200 · plaintext.*additional properties.*pin/,
    plant: replaced('verifyPin', (payload) => ({ ...payload, pin: '1234' })),
  },
  {
    name: 'an initialization vector is reused',
    operations: ['verifyPin'],
    named: /verifyPin 200 · body.*initialization vector was used before/,
    plant: reencrypting('verifyPin', async (payload, received) =>
      encryptWith(DIRECT, new Uint8Array(12).fill(7), payload, await received.contentKey()),
    ),
  },
  {
    name: 'the response to an encrypted request is plain JSON',
    operations: ['verifyPin'],
    detectedBy: { status: 200 },
    named: /verifyPin 200 · body.*is not\./,
    plant: altering({ operationId: 'verifyPin', status: 200, when: isEncrypted }, async (response, received) => {
      const { payload } = await decryptDirect(await response.text(), await received.contentKey());
      const headers = { 'content-type': 'application/json', 'x-tw-jose-method': null };
      return changed(response, { headers, body: JSON.stringify(payload) });
    }),
  },
  {
    name: 'the response to a signed request is plain JSON',
    operations: ['echoJws'],
    detectedBy: { status: 200 },
    named: /echoJws 200 · body.*is not\./,
    plant: altering({ operationId: 'echoJws', status: 200, when: isEncrypted }, async (response) =>
      changed(response, {
        headers: { 'content-type': 'application/json', 'x-tw-jose-method': null },
        body: Buffer.from((await response.text()).split('.')[1] ?? '', 'base64url').toString(),
      }),
    ),
  },
  {
    name: 'plain JSON is labelled as JOSE',
    operations: ['verifyPin'],
    detectedBy: { status: 200 },
    named: /verifyPin 200 · body.*envelope/,
    plant: reencrypting('verifyPin', async (payload) => JSON.stringify(payload)),
  },
  {
    name: 'the response is encrypted with another key',
    operations: ['verifyPin'],
    detectedBy: { status: 200 },
    named: /verifyPin 200 · body.*cannot be decrypted/,
    plant: reencrypting('verifyPin', async (payload) =>
      encryptDirect(payload, await importContentKey(crypto.getRandomValues(new Uint8Array(32)))),
    ),
  },
  {
    name: 'the response is encrypted to a key that was not uploaded',
    operations: ['echoJwe'],
    detectedBy: { status: 200 },
    named: /echoJwe 200 · body: The response cannot be decrypted with the uploaded key/,
    plant: altering({ operationId: 'echoJwe', status: 200, when: isEncrypted }, async (response) => {
      const { publicKey } = await generateKeys('RSA_OAEP_256');
      const { jwe } = await encryptJwe({ message: 'hello' }, { publicKey, keyId: crypto.randomUUID() });
      return changed(response, { body: jwe });
    }),
  },
  {
    name: 'the header of the envelope allows compression',
    operations: ['verifyPin'],
    detectedBy: { status: 200 },
    named: /verifyPin 200 · body.*zip/,
    plant: reencrypting('verifyPin', async (payload, received) =>
      encryptWith({ ...DIRECT, zip: 'DEF' }, randomIv(), payload, await received.contentKey()),
    ),
  },
  {
    name: 'the envelope has another encryption algorithm than agreed',
    operations: ['verifyPin'],
    detectedBy: { status: 200 },
    named: /verifyPin 200 · body.*enc of the envelope must be A256GCM/,
    plant: reencrypting('verifyPin', async (payload, received) =>
      encryptWith({ alg: 'dir', enc: 'A128GCM' }, randomIv(), payload, await received.contentKey()),
    ),
  },
  {
    name: 'the encrypted response has no x-tw-jose-method header',
    operations: ['verifyPin'],
    detectedBy: { status: 200 },
    named: /verifyPin 200 · header\.x-tw-jose-method/i,
    plant: altering({ operationId: 'verifyPin', status: 200, when: isEncrypted }, (response) =>
      changed(response, { headers: { 'x-tw-jose-method': null } }),
    ),
  },
  {
    name: 'the response is signed with a key that was not published',
    operations: ['echoJws'],
    detectedBy: { status: 200 },
    named: /echoJws 200 · body: No published key verifies the signature of the response/,
    plant: altering({ operationId: 'echoJws', status: 200, when: isEncrypted }, async (response, { keys }) => {
      const { privateKey } = await generateKeys('ES256');
      const published = keys.newest('ES256', Date.now());
      const payload: unknown = JSON.parse(
        Buffer.from((await response.text()).split('.')[1] ?? '', 'base64url').toString(),
      );
      return changed(response, { body: await signJws(payload, { privateKey, keyId: published?.keyId ?? '' }) });
    }),
  },
];
