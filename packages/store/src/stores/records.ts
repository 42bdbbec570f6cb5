import type { ProfileKey } from '@sca-kit/engine';

/** A transfer of the demo resources. */
export interface TransferRecord extends ProfileKey {
  readonly transferId: number;
  /** Decimal text, as the caller gave it. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Whom dynamic linking binds the payment to (RTS 5). */
  readonly payee: string;
  /** What else the resource shows. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly createdAt: number;
  /** When it was paid; null before. */
  readonly fundedAt: number | null;
}

/** A balance of the demo resources. */
export interface BalanceRecord extends ProfileKey {
  readonly balanceId: number;
  /** ISO 4217. */
  readonly currency: string;
  /** Decimal text. */
  readonly amount: string;
  readonly createdAt: number;
}

/** A public key that a client uploaded, to which answers are encrypted or by which its requests are signed. */
export interface JosePublicKeyRecord {
  readonly clientId: string;
  /** UUID, chosen by the client. */
  readonly keyId: string;
  readonly scope: 'PAYLOAD_ENCRYPTION' | 'PAYLOAD_SIGNING';
  readonly algorithm: string;
  /** Base64 DER (SPKI). */
  readonly keyMaterial: string;
  readonly validFrom: number;
  readonly validTill: number;
  readonly createdAt: number;
}

/** A message that the sandbox "sent". */
export interface InboxMessage {
  readonly clientId: string;
  readonly userId: number;
  /** Counts up within the client; given by the store. */
  readonly messageId: number;
  /** `SMS`, `WHATSAPP`, `VOICE`, `AUTHY`, `BIOMETRIC`. */
  readonly channel: string;
  /** Recipient, code and reference, sealed by the caller: they must not lie in the database in clear. */
  readonly sealed: string;
  readonly sentAt: number;
  /** When the sweep may take it away. */
  readonly expiresAt: number;
}
