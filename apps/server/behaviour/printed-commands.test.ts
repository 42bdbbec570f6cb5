import { describe, expect, it } from 'vitest';
import { JOSE_TYPE, sendEncrypted } from './support/encrypted-requests.ts';
import { PRINTED_COMMANDS, type PrintedCommand } from './support/printed-commands.ts';
import { FACE_MAP, openSandbox, phoneNumber } from './support/sandbox.ts';
import type { SandboxUser } from './support/sandbox-user.ts';

const sandbox = openSandbox();

/** Reads the arguments of a command that this file needs: method, address, headers and data. */
function parse(command: string) {
  const argument = (flag: string) =>
    [...command.matchAll(new RegExp(`-${flag} (?:'([^']*)'|(\\S+))`, 'g'))].map((match) => match[1] ?? match[2] ?? '');
  const headers = new Headers(
    argument('H').map((line): [string, string] => [
      line.slice(0, line.indexOf(':')),
      line.slice(line.indexOf(':') + 1),
    ]),
  );
  const [data] = argument('d');
  // curl sends data as a form unless a header says otherwise.
  if (data !== undefined && !headers.has('content-type'))
    headers.set('content-type', 'application/x-www-form-urlencoded');
  const path = /https:\/\/[^/\s]+(\S+)/.exec(command)?.[1] ?? '';
  return { method: argument('X')[0] ?? '', path, headers: Object.fromEntries(headers), data };
}

/** Creates the user whose factors have the secrets of the command. */
function userFor({ command, given }: PrintedCommand): Promise<SandboxUser> {
  if (given === 'nothing') return sandbox.createUser();
  return sandbox.createUser({
    pin: /"pin" ?: "(\d+)"/.exec(command)?.[1] ?? '1234',
    deviceFingerprint: '3207da22-a0d3-4b6b-a591-6297e646fe32',
    faceMap: FACE_MAP,
    phoneNumber: phoneNumber(),
  });
}

/** The values of the placeholders that the command has. */
async function fillIn({ command, given }: PrintedCommand, user: SandboxUser): Promise<string> {
  const { userId, accessToken, applicationToken } = user.details;
  const firstOf = async (path: string) =>
    (await user.callAsApplication<{ [member: string]: unknown }[]>('GET', path)).body[0];
  const token = given === 'token' || given === 'code' ? await user.createToken() : '';
  const channel = /one-time-token\/(\w+)\/verify/.exec(command)?.[1];
  if (given === 'code') await user.callV1(`${channel}/trigger`, token);
  const values: Readonly<Record<string, () => Promise<unknown> | unknown>> = {
    '<your api token>': () => accessToken,
    '<your application token>': () => applicationToken,
    '<one time token>': () => token,
    '<base64_encoded_string>': () => FACE_MAP,
    '{{profileId}}': () => user.profileId,
    '{{userId}}': () => userId,
    '{{user_id}}': () => userId,
    '{{phoneNumberId}}': async () => (await firstOf(`/v1/application/users/${userId}/phone-numbers`))?.id,
    '{{deviceFingerprintId}}': async () =>
      (await firstOf(`/v1/users/${userId}/partner-device-fingerprints`))?.deviceFingerprintId,
  };
  let filled = command;
  for (const [placeholder, value] of Object.entries(values)) {
    if (filled.includes(placeholder)) filled = filled.replaceAll(placeholder, String(await value()));
  }
  return filled;
}

describe('The printed examples', () => {
  it.each(PRINTED_COMMANDS.map((printed) => ({ printed, name: parse(printed.command) })))(
    'work: $name.method $name.path',
    async ({ printed }) => {
      const user = await userFor(printed);
      const { method, path, headers, data } = parse(await fillIn(printed, user));
      const encrypted = headers['content-type'] === JOSE_TYPE && data !== undefined;
      const response = encrypted
        ? await sendEncrypted(user, path, JSON.parse(data), headers)
        : await sandbox.call(method, path, { headers, ...(data === undefined ? {} : { body: data }) });
      expect(response.status).toBe(printed.status);
      if (encrypted && response.status === 200) expect(response.headers.get('content-type')).toBe(JOSE_TYPE);
    },
  );

  it('need encryption where the content type says so: plain JSON returns 400', async () => {
    const user = await sandbox.createUser();
    const headers = { 'content-type': JOSE_TYPE, 'x-tw-jose-method': 'jwe' };
    const response = await user.call('POST', user.v2Path('pin'), { headers, body: '{"pin":"1234"}' });
    expect(response.status).toBe(400);
  });

  it('work without any content type', async () => {
    const user = await sandbox.createUser();
    const body = new TextEncoder().encode(JSON.stringify({ faceMap: FACE_MAP }));
    const response = await sandbox.server.app.request(user.v2Path('facemaps'), {
      method: 'POST',
      headers: { authorization: `Bearer ${user.details.accessToken}` },
      body,
    });
    expect(response.status).toBe(204);
  });
});
