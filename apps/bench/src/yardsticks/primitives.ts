import { argon2, constants, generateKeyPairSync, privateDecrypt, publicEncrypt, randomBytes } from 'node:crypto';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
const encrypted = publicEncrypt({ key: publicKey, ...oaep }, randomBytes(32));

/** A private operation of RSA-2048: the content key of a JWE. */
export const decryptKey = (): void => void privateDecrypt({ key: privateKey, ...oaep }, encrypted);

/** argon2id at the cost that sca-kit has. */
export function hash(): Promise<void> {
  const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message: '4821', nonce: randomBytes(16), ...cost }, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}
