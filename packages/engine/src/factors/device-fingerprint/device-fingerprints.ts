import { type Actor, createAuditEvent } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { ScaError } from '../../errors.ts';
import type { DeviceFingerprintRecord, ProfileKey } from '../../ports/index.ts';
import { closeSession, type EnrolmentOptions, inEnrolment, inProfile } from '../enrolment-transaction.ts';
import { ownerContext } from '../factor.ts';
import { MAX_DEVICE_FINGERPRINTS } from './factor.ts';

const MAX_LENGTH = 512;

export interface DeviceFingerprint {
  readonly deviceFingerprintId: string;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
}

export interface DeviceFingerprints {
  /**
   * @param fingerprint 1 to 512 characters
   * @throws ScaError `device.fingerprint.invalid`, `device.fingerprint.already.exists`,
   *   `device.fingerprint.limit.reached`, `sca.required`
   */
  create(
    actor: Actor,
    profile: ProfileKey,
    fingerprint: string,
    options?: EnrolmentOptions,
  ): Promise<DeviceFingerprint>;
  /** Oldest first. */
  list(actor: Actor, profile: ProfileKey): Promise<readonly DeviceFingerprint[]>;
  /** @throws ScaError `device.fingerprint.not.found` */
  delete(actor: Actor, profile: ProfileKey, deviceFingerprintId: string): Promise<void>;
}

export function createDeviceFingerprints(context: Context): DeviceFingerprints {
  const { store, keys, random } = context;
  return {
    async create(actor, profile, fingerprint, options = {}) {
      const length = [...fingerprint].length;
      if (length < 1 || length > MAX_LENGTH) {
        throw new ScaError('device.fingerprint.invalid');
      }
      const mac = await keys.mac('device-fingerprint', ownerContext(profile), fingerprint);
      const deviceFingerprintId = random.uuid();
      return inEnrolment(context, profile, options, async ({ tx, now }) => {
        const devices = await tx.deviceFingerprints.list(profile);
        for (const device of devices) {
          if (await keys.verifyMac('device-fingerprint', ownerContext(profile), fingerprint, device.mac)) {
            throw new ScaError('device.fingerprint.already.exists');
          }
        }
        if (devices.length >= MAX_DEVICE_FINGERPRINTS) {
          throw new ScaError('device.fingerprint.limit.reached');
        }
        const { clientId, userId, profileId } = profile;
        const device: DeviceFingerprintRecord = {
          clientId,
          userId,
          profileId,
          deviceFingerprintId,
          mac,
          createdAt: now,
        };
        await tx.deviceFingerprints.insert(device);
        await tx.audit.append(
          createAuditEvent(actor, now, {
            ...profile,
            type: 'device-fingerprint.created',
            data: { deviceFingerprintId },
          }),
        );
        return viewOf(device);
      });
    },

    async list(_actor, profile) {
      return (await store.read(profile, (tx) => tx.deviceFingerprints.list(profile))).map(viewOf);
    },

    async delete(actor, profile, deviceFingerprintId) {
      await inProfile(context, profile, async (transaction) => {
        const { tx, now } = transaction;
        if (!(await tx.deviceFingerprints.delete(profile, deviceFingerprintId))) {
          throw new ScaError('device.fingerprint.not.found');
        }
        await closeSession(transaction, actor, profile);
        await tx.audit.append(
          createAuditEvent(actor, now, {
            ...profile,
            type: 'device-fingerprint.deleted',
            data: { deviceFingerprintId },
          }),
        );
      });
    },
  };
}

function viewOf({ deviceFingerprintId, createdAt }: DeviceFingerprintRecord): DeviceFingerprint {
  return { deviceFingerprintId, createdAt };
}
