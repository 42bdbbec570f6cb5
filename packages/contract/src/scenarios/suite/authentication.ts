import { type Scenario, textAt } from '../scenario.ts';
import { uuid } from '../uuid.ts';
import { call, expectValue, scenario } from './steps.ts';

const NEWEST = { algorithm: 'RSA_OAEP_256', scope: 'PAYLOAD_ENCRYPTION' };
const MESSAGE = { message: 'hello' };
const ECHO = 'jose-playground-response-hello';

/** Tokens. */
export const authentication: readonly Scenario[] = [
  scenario('createAccessToken', 200, 'client credentials give an application token', async (context) => {
    const user = await context.user();
    await call(context, 'createAccessToken', 200, { user, body: { grant_type: 'client_credentials' } });
  }),
  scenario('createAccessToken', 200, 'a registration code gives user tokens again and again', async (context) => {
    const user = await context.user();
    const body = {
      grant_type: 'registration_code',
      client_id: user.clientId,
      email: user.email,
      registration_code: user.registrationCode,
    };
    for (let turn = 0; turn < 2; turn += 1) {
      textAt(await call(context, 'createAccessToken', 200, { user, body }), 'refresh_token');
    }
    const wrong = { ...body, registration_code: 'not the code' };
    await call(context, 'createAccessToken', 401, { user, body: wrong }, 'invalid_grant');
  }),
  scenario(
    'createAccessToken',
    200,
    'a refresh token gives user tokens, and revokes the one before',
    async (context) => {
      const user = await context.user();
      const body = { grant_type: 'refresh_token', refresh_token: user.refreshToken };
      const first = textAt(await call(context, 'createAccessToken', 200, { user, body }), 'access_token');
      await call(context, 'getMe', 401, { user });
      await call(context, 'getMe', 200, { user: { ...user, accessToken: first } });
      await call(context, 'createAccessToken', 200, { user, body });
      await call(context, 'getMe', 401, { user: { ...user, accessToken: first } });
    },
  ),
  scenario('createAccessToken', 200, 'an authorization code gives a user token, once', async (context) => {
    const user = await context.user();
    const redirectUri = 'https://client.example/callback';
    const made = await call(context, 'createAuthorizationCode', 201, {
      user,
      body: { userId: user.userId, redirectUri },
    });
    const body = { grant_type: 'authorization_code', code: textAt(made, 'code'), redirect_uri: redirectUri };
    const other = { ...body, redirect_uri: 'https://client.example/other' };
    await call(context, 'createAccessToken', 401, { user, body: other }, 'invalid_grant');
    const accessToken = textAt(await call(context, 'createAccessToken', 200, { user, body }), 'access_token');
    await call(context, 'getMe', 200, { user: { ...user, accessToken } });
    await call(context, 'createAccessToken', 401, { user, body }, 'invalid_grant');
    await call(context, 'getMe', 401, { user: { ...user, accessToken } });
  }),
  scenario('createAccessToken', 400, 'an unknown refresh token is rejected', async (context) => {
    const user = await context.user();
    const body = { grant_type: 'refresh_token', refresh_token: user.accessToken };
    await call(context, 'createAccessToken', 400, { user, body }, 'invalid_grant');
  }),
  scenario('createAuthorizationCode', 201, 'a code is made for a user', async (context) => {
    const user = await context.user();
    const body = { userId: user.userId, redirectUri: 'https://client.example/callback' };
    await call(context, 'createAuthorizationCode', 201, { user, body });
  }),
  scenario('createAuthorizationCode', 404, 'an unknown user gets no code', async (context) => {
    const user = await context.sharedUser('createAuthorizationCode');
    const body = { userId: 1, redirectUri: 'https://client.example/callback' };
    await call(context, 'createAuthorizationCode', 404, { user, body }, 'user.not.found');
  }),
  scenario('loginWithPassword', 200, 'the right password gives an auth token', async (context) => {
    const user = await context.user();
    const body = { email: user.email, password: { value: user.password } };
    expectValue(await call(context, 'loginWithPassword', 200, { user, body }), 'ACCESS', 'tokenType');
  }),
  scenario('loginWithPassword', 403, 'a wrong password is rejected', async (context) => {
    const user = await context.user();
    const body = { email: user.email, password: { value: 'not the password' } };
    await call(context, 'loginWithPassword', 403, { user, body });
  }),
];

const echoes = (operationId: string): Scenario[] =>
  (['encrypted', 'plain'] as const).map((form) =>
    scenario(
      operationId,
      200,
      `a message comes back (${form})`,
      async (context) => {
        const user = await context.user();
        await context.uploadKeys(user);
        expectValue(await call(context, operationId, 200, { user, body: MESSAGE, form }), ECHO, 'message');
      },
      form === 'encrypted' ? 'application/jose+json' : 'application/json',
    ),
  );

/** Keys and encrypted bodies. */
export const jose: readonly Scenario[] = [
  scenario('getJosePublicKey', 200, 'the newest encryption key is served', async (context) => {
    const user = await context.user();
    expectValue(await call(context, 'getJosePublicKey', 200, { user, query: NEWEST }), 'PAYLOAD_ENCRYPTION', 'scope');
  }),
  scenario('getJosePublicKey', 404, 'a version that never was is not found', async (context) => {
    const user = await context.user();
    await call(context, 'getJosePublicKey', 404, { user, query: { ...NEWEST, version: 9999 } });
  }),
  scenario('uploadJosePublicKey', 201, 'a key is stored', async (context) => context.uploadKeys(await context.user())),
  scenario('uploadJosePublicKey', 400, 'what is no key is rejected', async (context) => {
    const user = await context.user();
    const body = {
      keyId: uuid(context.random),
      scope: 'PAYLOAD_ENCRYPTION',
      validFrom: '2020-01-01 00:00:00',
      validTill: '2099-01-01 00:00:00',
      publicKeyMaterial: {
        algorithm: 'RSA_OAEP_256',
        keyMaterial: Buffer.from('this is certainly not a key of any kind').toString('base64'),
      },
    };
    await call(context, 'uploadJosePublicKey', 400, { user, body }, 'public.key.invalid');
  }),
  scenario('uploadJosePublicKey', 409, 'an id is used once', async (context) => {
    context.needOwnClient();
    const user = await context.user();
    const [body] = await context.keyUploads();
    await call(context, 'uploadJosePublicKey', 201, { user, body });
    await call(context, 'uploadJosePublicKey', 409, { user, body }, 'public.key.already.exists');
  }),
  scenario('echoJweGet', 200, 'a message comes encrypted for the uploaded key', async (context) => {
    const user = await context.user();
    await context.uploadKeys(user);
    await call(context, 'echoJweGet', 200, { user });
  }),
  scenario('echoJweGet', 400, 'without an uploaded key the response cannot be encrypted', async (context) => {
    context.needOwnClient();
    await call(context, 'echoJweGet', 400, { user: await context.user() }, 'jwe_error');
  }),
  ...['echoJwe', 'echoJweDirect', 'echoJws', 'echoJwsJwe'].flatMap(echoes),
  scenario('getFaceTecPublicKey', 200, 'the key for face maps is public', async (context) =>
    call(context, 'getFaceTecPublicKey', 200, { user: await context.sharedUser('getFaceTecPublicKey') }),
  ),
];
