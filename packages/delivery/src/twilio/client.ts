import { AsyncLocalStorage } from 'node:async_hooks';
import twilio from 'twilio';
import type { TwilioDeliveryOptions } from './options.ts';

export interface TwilioClient {
  readonly api: Pick<twilio.Twilio, 'messages' | 'calls'>;
  /** Runs `work`. Its connections close when the signal fires. */
  runWithSignal<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** Returns TwiML that says a text twice. */
  say(speech: string, language: string): string;
}

/** The official client accepts no signal, so this carries it to the HTTP client. */
const signals = new AsyncLocalStorage<AbortSignal>();

/** Any language: Twilio rejects unknown ones, and its list grows. */
type SayAttributes = Exclude<Parameters<twilio.twiml.VoiceResponse['say']>[0], string>;
type RequestOptions<T> = Parameters<typeof twilio.RequestClient.prototype.request<T>>[0];
type ResponsePromise<T> = ReturnType<typeof twilio.RequestClient.prototype.request<T>>;

class DirectedRequestClient extends twilio.RequestClient {
  readonly #base: URL | undefined;

  constructor(timeout: number, base: URL | undefined) {
    super({ timeout });
    this.#base = base;
    this.axios.interceptors.request.use((config) => {
      const signal = signals.getStore();
      return signal ? Object.assign(config, { signal }) : config;
    });
  }

  override async request<T>(options: RequestOptions<T>): ResponsePromise<T> {
    const uri = new URL(options.uri);
    if (this.#base) {
      uri.protocol = this.#base.protocol;
      uri.host = this.#base.host;
    }
    // Its log lines would contain the message, and so would the last request, which it stores for debugging.
    const sent = super.request<T>({ ...options, uri: uri.href, logLevel: 'silent', allowRedirects: false });
    delete this.lastRequest;
    try {
      return await sent;
    } finally {
      delete this.lastResponse;
    }
  }
}

/** In a module of its own that is imported later, because the official client takes a third of a second to load. */
export function openTwilioClient(options: TwilioDeliveryOptions, timeout: number, base: URL | undefined): TwilioClient {
  const { accountSid, credentials, httpClient } = options;
  const [username, password] =
    'authToken' in credentials
      ? [accountSid, credentials.authToken]
      : [credentials.apiKeySid, credentials.apiKeySecret];
  const api = twilio(username, password, {
    accountSid,
    httpClient: httpClient ?? new DirectedRequestClient(timeout, base),
    // Otherwise they come from environment variables.
    edge: '',
    region: '',
  });
  return {
    api,
    runWithSignal: (signal, work) => signals.run(signal, work),
    say(speech, language) {
      const response = new twilio.twiml.VoiceResponse();
      response.say({ language, loop: 2 } as SayAttributes, speech);
      return response.toString();
    },
  };
}
