import { createScaClient } from '@sca-kit/client';
import { FINGERPRINT, PIN, type SandboxUser, STATEMENT_PATH, statementOf } from './sandbox-users.ts';

/** What came of a statement that was asked for in a page. */
export interface Statement {
  readonly status: number;
  readonly currency: string | undefined;
  /** The media type of each body that was sent. */
  readonly sent: readonly (string | null)[];
}

/** Asks for a statement and clears what stands before it. It is bundled and runs in the page, not in this process. */
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
  const { data, response } = await client.GET(STATEMENT_PATH, statementOf(user));
  return { status: response.status, currency: data?.currency, sent };
}
