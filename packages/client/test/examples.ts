import type { OperationId } from '@sca-kit/api';
import type { MockResponse } from './mock-response.ts';

const EVENT = `id: 0:7,2:42
event: pin.created
data: {"shard":2,"sequence":42,"type":"pin.created","result":"success","at":"2026-11-01T00:00:00.000Z","actor":"user:7301842","userId":7301842,"profileId":14550101,"traceId":"4bf92f3577b34da6a3ce929d0e0e4736","data":{}}

`;

const METRICS = [
  '# HELP sca_http_requests_total Requests served.',
  '# TYPE sca_http_requests_total counter',
  'sca_http_requests_total 42',
  '',
].join('\n');

/** Responses of operations without state: examples of the OpenAPI document, so that a mock server returns them too. */
export const EXAMPLES: Partial<Record<OperationId, MockResponse>> = {
  getHealth: { status: 200, body: { status: 'ok' } },
  getMetrics: { status: 200, body: METRICS, headers: { 'content-type': 'text/plain' } },
  streamEvents: { status: 200, body: EVENT, headers: { 'content-type': 'text/event-stream' } },
  listProfiles: { status: 200, body: [{ id: 10100001, type: 'PERSONAL', userId: 7301842 }] },
  listAuthenticationFactors: {
    status: 200,
    body: {
      factors: [
        { type: 'OTP', status: 'ACTIVE', channel: 'SMS' },
        { type: 'PUSH', status: 'PENDING_VERIFICATION', channel: 'AUTHY' },
      ],
    },
  },
  enrolOtpFactor: { status: 204 },
  createAccessToken: {
    status: 200,
    body: {
      access_token: '<access token>',
      token_type: 'bearer',
      expires_in: 43200,
      expires_at: '2026-11-25T20:00:00Z',
      scope: 'transfers',
      created_at: '2026-11-25T08:00:00Z',
    },
  },
  createPin: { status: 200, body: {} },
  createUserPin: { status: 204 },
  deletePin: { status: 204 },
  getBalanceStatement: {
    status: 200,
    body: {
      balanceId: 20200001,
      currency: 'EUR',
      intervalStart: '2026-11-01T00:00:00Z',
      intervalEnd: '2026-11-25T00:00:00Z',
      type: 'COMPACT',
      transactions: [],
      endOfStatementBalance: { value: 1250.75, currency: 'EUR' },
    },
  },
  fundTransfer: {
    status: 200,
    body: { type: 'BALANCE', status: 'COMPLETED', errorCode: null, balanceTransactionId: 90900001 },
  },
};
