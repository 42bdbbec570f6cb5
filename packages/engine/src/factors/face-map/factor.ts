import type { Context } from '../../context.ts';
import type { FaceMapRecord, ProfileKey } from '../../ports/index.ts';
import { type Candidate, type Factor, ownerContext } from '../factor.ts';
import { faceMapBytes } from './bytes.ts';

export const faceMapFactor: Factor = {
  type: 'FACE_MAP',
  category: 'inherence',
  failure: { code: 'facemap.verification.failed', message: 'Face map verification failed' },
  isEnrolled: async (tx, profile) => (await tx.faceMaps.find(profile)) !== undefined,
  isStanding: async (tx, profile, reference) => String((await tx.faceMaps.find(profile))?.createdAt) === reference,
  lookUp: async (context, tx, token) => candidate(context, await tx.faceMaps.find(token), token),
  absent: (context) => candidate(context, undefined),
};

function candidate(
  { keys, faceMatcher }: Context,
  faceMap: FaceMapRecord | undefined,
  profile?: ProfileKey,
): Candidate {
  return {
    async matches(secret) {
      const presented = faceMapBytes(secret) ?? new Uint8Array(1);
      if (!faceMap) {
        const nobody = new Uint8Array(presented.length);
        const sealed = await keys.seal('face-map', '', nobody);
        await faceMatcher.matches(await keys.open('face-map', '', sealed), presented);
        return false;
      }
      return faceMatcher.matches(await keys.open('face-map', ownerContext(faceMap), faceMap.secret), presented);
    },
    async redeem(tx) {
      const now = profile && (await tx.faceMaps.find(profile));
      return now && now.secret === faceMap?.secret ? String(now.createdAt) : undefined;
    },
  };
}
