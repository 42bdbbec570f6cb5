import { createScaClient } from '@sca-kit/client';
import { FINGERPRINT, PIN, type SandboxUser, STATEMENT_PATH, statementParameters } from './sandbox-users.ts';

/** The result of a statement request in a browser page. */
export interface Statement {
  readonly status: number;
  readonly currency: string | undefined;
  /** The media type of each request body. */
  readonly sent: readonly (string | null)[];
}

/** Reads a statement and clears its challenges. Bundled for the browser; runs in the page. */
export async function readStatement(baseUrl: string, user: SandboxUser): Promise<Statement> {
  const sent: (string | null)[] = [];
  const client = createScaClient({
    baseUrl,
    accessToken: user.accessToken,
    handlers: { PIN: () => PIN, PARTNER_DEVICE_FINGERPRINT: () => FINGERPRINT },
    fetch: (request) => {
      if (request.method === 'POST') sent.push(request.headers.get('content-type'));
      return fetch(request);
    },
  });
  const { data, response } = await client.GET(STATEMENT_PATH, statementParameters(user));
  return { status: response.status, currency: data?.currency, sent };
}
