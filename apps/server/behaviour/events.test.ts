import document from '@sca-kit/spec/openapi.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { EventReader } from './support/event-reader.ts';
import { DEVICE, OTP_CODE, openSandbox, PIN, phoneNumber } from './support/sandbox.ts';
import { errorCodes } from './support/sandbox-user.ts';

const sandbox = openSandbox();

describe('GET /sandbox/events', () => {
  it('streams server-sent events from now on', async () => {
    const user = await sandbox.createUser({ pin: PIN });
    const events = await EventReader.open(user);
    expect(events.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const seen = events.until('device-fingerprint.created');
    const body = { deviceFingerprint: DEVICE };
    const { headers } = await user.call('POST', user.v2Path('device-fingerprints'), { body });
    const happened = await seen;
    expect(happened.map(({ event }) => event)).toEqual(['device-fingerprint.created']);
    expect(happened[0]?.data).toMatchObject({
      shard: user.details.userId % 16,
      type: 'device-fingerprint.created',
      result: 'success',
      actor: `user:${user.details.userId}`,
      userId: user.details.userId,
      profileId: user.profileId,
      traceId: headers.get('x-trace-id'),
    });
    await events.close();
  });

  it('sends events that match the OpenAPI document, among them the end of a session whose factor was deleted', async () => {
    const user = await sandbox.createEnrolledUser();
    await user.clearToken(await user.createToken());
    await user.call('DELETE', user.v2Path('pin'));
    const events = await EventReader.open(user, '0');
    const seen = await events.until('session.closed');
    await events.close();
    const { required, properties } = document.components.schemas.SandboxEvent;
    for (const { event, data } of seen) {
      expect(Object.keys(data)).toEqual(required);
      expect(properties.type.enum).toContain(event);
      expect(properties.result.enum).toContain(data.result);
      expect(data.actor).toMatch(new RegExp(properties.actor.pattern));
      expect(data.at).toBe(new Date(String(data.at)).toISOString());
    }
  });

  it('resumes after Last-Event-ID without gaps and repetitions', async () => {
    const user = await sandbox.createEnrolledUser();
    await user.createToken();
    const whole = await EventReader.open(user, '0');
    const all = await whole.until('one-time-token.issued');
    await whole.close();
    const middle = Math.floor(all.length / 2);
    const rest = await EventReader.open(user, all[middle]?.id);
    expect(await rest.until('one-time-token.issued')).toEqual(all.slice(middle + 1));
    await rest.close();
  });

  it('contains no secrets', async () => {
    const number = phoneNumber();
    const user = await sandbox.createEnrolledUser({ phoneNumber: number });
    const token = await user.createToken();
    await user.verifyPin(token, PIN);
    await user.callV1('sms/trigger', token);
    await user.callV1('sms/verify', token, { otpCode: OTP_CODE });
    await user.advanceClock(1);
    const events = await EventReader.open(user, '0');
    const text = JSON.stringify(
      (await events.until('clock.advanced')).map(({ data }) => ({ ...data, traceId: '', at: '' })),
    );
    await events.close();
    const { accessToken, authToken, applicationToken, password } = user.details;
    for (const secret of [
      token,
      number,
      `"${OTP_CODE}"`,
      `"${PIN}"`,
      `"${DEVICE}"`,
      accessToken,
      authToken,
      applicationToken,
      password,
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it('contains no events of another client', async () => {
    const [user, other] = [await sandbox.createEnrolledUser(), await sandbox.createEnrolledUser()];
    const events = await EventReader.open(user, '0');
    await other.createToken();
    await other.advanceClock(5);
    await user.advanceClock(1);
    const seen = await events.until('clock.advanced');
    await events.close();
    expect(seen.at(-1)?.data.data).toEqual({ seconds: 1 });
    for (const { data } of seen) expect([null, user.details.userId]).toContain(data.userId);
  });

  it('allows sixteen streams per client, and another once one is closed', async () => {
    const user = await sandbox.createUser();
    const { applicationToken } = user.details;
    const headers = { authorization: `Bearer ${applicationToken}` };
    const streams = await Promise.all(Array.from({ length: 16 }, () => EventReader.open(user)));
    const rejected = await sandbox.call('GET', '/sandbox/events', { headers });
    expect([rejected.status, errorCodes(rejected)]).toEqual([429, ['rate.limit.reached']]);
    expect(rejected.headers.get('x-rate-limited-by')).toBe('event-streams');
    const elsewhere = await EventReader.open(await sandbox.createUser());
    expect(elsewhere.response.status).toBe(200);
    await elsewhere.close();
    await streams[0]?.close();
    const next = await EventReader.open(user);
    expect(next.response.status).toBe(200);
    await Promise.all([next, ...streams.slice(1)].map((stream) => stream.close()));
  });

  it('ends when its token expires on the clock of the client', async () => {
    const user = await sandbox.createUser();
    const events = await EventReader.open(user);
    await user.advanceClock(13 * 3600);
    await expect(events.until('clock.advanced')).rejects.toThrow('The stream ended');
  });

  it('returns 400 for a Last-Event-ID that is not the id of an event', async () => {
    const user = await sandbox.createUser();
    const { applicationToken } = user.details;
    const headers = { authorization: `Bearer ${applicationToken}`, 'Last-Event-ID': 'x' };
    expect((await sandbox.call('GET', '/sandbox/events', { headers })).status).toBe(400);
  });
});
