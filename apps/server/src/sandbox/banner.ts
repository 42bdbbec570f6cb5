import { styleText } from 'node:util';
import { DEMO, type DemoTokens } from './seed.ts';

/** Returns the text that `start` prints: the URL, the demo credentials and three commands to paste. */
export function banner(url: string, { apiKey, accessToken }: DemoTokens, stream: NodeJS.WriteStream): string {
  const bold = (text: string): string => styleText('bold', text, { stream });
  const dim = (text: string): string => styleText('dim', text, { stream });
  const { profileId, balanceId, pin, deviceFingerprint } = DEMO;
  const auth = `-H 'Authorization: Bearer ${accessToken}'`;
  const json = "-H 'Content-Type: application/json'";
  const statement = `'${url}/v1/profiles/${profileId}/balance-statements/${balanceId}/statement.json?currency=EUR&intervalStart=2026-01-01T00:00:00Z&intervalEnd=2026-12-31T00:00:00Z'`;
  const verify = (path: string, body: string): string =>
    `curl -s -X POST ${url}/v2/profiles/${profileId}/${path}/verify ${auth} -H "One-Time-Token: $OTT" ${json} -d '${body}'`;
  return `
${bold('sca-kit sandbox')}  ${url}
${dim('reference')}        ${url}/docs

${dim('client')}           ${DEMO.clientId} / ${DEMO.clientSecret}     ${dim('api-key')} ${apiKey}
${dim('user')}             ${DEMO.email} / ${DEMO.password}     ${dim('profile')} ${profileId}
${dim('PIN, device')}      ${pin}, ${deviceFingerprint}
${dim('fresh user')}       POST ${url}/sandbox/users

${bold('Request a statement, clear its challenge, read the statement:')}

OTT=$(curl -s -o /dev/null -D - ${auth} ${statement} | tr -d '\\r' | sed -n 's/^x-2fa-approval: //p'); echo "one-time token: $OTT"

${verify('pin', `{"pin":"${pin}"}`)} && ${verify('device-fingerprints', `{"deviceFingerprint":"${deviceFingerprint}"}`)}

curl -s ${auth} -H "x-2fa-approval: $OTT" ${statement}

${dim('Ctrl-C stops it.')}
`;
}
