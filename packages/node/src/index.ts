export { createKeys, type HashCost, type MasterKey, type NodeKeys } from './keys/create-keys.ts';
export { createJoseKeys, type FindPublicKeys, type JoseKeyRing, type StoredPublicKey } from './keys/jose-keys.ts';
export { KeyFileError } from './keys/key-file.ts';
export { generateKeyMaterial, type KeyMaterial, openKeyFile } from './keys/open-key-file.ts';
export { newTraceId, systemClock, systemRandom, systemTimer } from './system/system.ts';
