export { createDelivery, type DeliveryChannel, type DeliveryRoutes } from './create-delivery.ts';
export type { DeadLetter, DeadLetterFilter, DeadLetters } from './dead-letters/dead-letters.ts';
export { createFileDeadLetters, type FileDeadLettersOptions } from './dead-letters/file-dead-letters.ts';
export { createMemoryDeadLetters } from './dead-letters/memory-dead-letters.ts';
export { type WithDeadLettersOptions, withDeadLetters } from './dead-letters/with-dead-letters.ts';
export type { DeliveryTimer } from './deadline.ts';
export { DeliveryError, type DeliveryFailure, type DeliveryFailureDetails } from './delivery-error.ts';
export { describeAction, type OtpTextInput, otpSpeech, otpText } from './message-text.ts';
export type { OptionError } from './option-error.ts';
export {
  createSandboxDelivery,
  type Inbox,
  type InboxEntry,
  type SandboxDeliveryOptions,
} from './sandbox/create-sandbox-delivery.ts';
export { createTwilioDelivery } from './twilio/create-twilio-delivery.ts';
export {
  type TwilioDeliveryOptions,
  type TwilioSmsSender,
  type TwilioVoiceSender,
  type TwilioWhatsAppSender,
  twilioOptionErrors,
} from './twilio/options.ts';
export { createWebhookDelivery } from './webhook/create-webhook-delivery.ts';
export type { WebhookMessage, WebhookOtp, WebhookPush } from './webhook/message.ts';
export { type WebhookDeliveryOptions, webhookOptionErrors } from './webhook/options.ts';
export {
  type IncomingHeaders,
  SIGNATURE_HEADER,
  type SignatureErrorReason,
  signWebhook,
  type VerifyWebhookOptions,
  verifyWebhookSignature,
  type WebhookKeys,
  WebhookSignatureError,
} from './webhook/signature.ts';
